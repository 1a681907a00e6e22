'use client'

import { useActionState } from 'react'
import { undoActAction } from '@/actions/bulk-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { deskWords } from '@/lib/words/desk'

type Props = {
  actId: string
  /** What the button does, said in full. */
  label: string
  back: string
  next?: string | undefined
}

/** Takes back what was decided a moment ago. */
export function UndoForm({ actId, label, back, next }: Props) {
  const [state, submit, isPending] = useActionState(undoActAction, idle)
  return (
    <form action={submit} className="undo" aria-busy={isPending}>
      <ErrorSummary state={state} idOf={(field) => field} />
      <FormToken />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="next" value={next ?? ''} />
      <button type="submit" className="button-quiet" aria-label={label}>
        {deskWords.act.undo}
      </button>
    </form>
  )
}
