'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { liftSanctionAction } from '@/actions/sanction-actions'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { personPath } from '@/domain/moderation/people-addresses'
import { sanctionWords } from '@/lib/words/sanction'

const words = sanctionWords.desk

/** Ends a sanction before its time. */
export function LiftForm({ sanctionId, kind, handle }: { sanctionId: string; kind: string; handle: string }) {
  const [state, submit] = useActionState(liftSanctionAction, idle, personPath(handle))
  const idOf = (field: string) => `lift-${field}-${sanctionId}`
  return (
    <details open={state.status === 'refused'}>
      <summary aria-label={words.liftOf(kind)}>{words.lift}</summary>
      <form action={submit} className="lift-form">
        <ErrorSummary state={state} idOf={idOf} />
        <FormToken />
        <input type="hidden" name="sanctionId" value={sanctionId} />
        <AreaField id={idOf('note')} name="note" label={words.liftNote} state={state} />
        <button type="submit" className="button-quiet" aria-label={words.liftOf(kind)}>
          {words.lift}
        </button>
      </form>
    </details>
  )
}
