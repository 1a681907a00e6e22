'use client'

import { useActionState } from 'react'
import { liftBlockAction } from '@/actions/block-actions'
import { idle } from '@/actions/form-state'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { blocksDeskPath } from '@/domain/block/addresses'
import { blockWords as words } from '@/lib/words/block'

/** Ends a block before its time. */
export function LiftBlockForm({ blockId, what }: { blockId: string; what: string }) {
  const [state, submit] = useActionState(liftBlockAction, idle, blocksDeskPath)
  const idOf = (field: string) => `lift-${field}-${blockId}`
  return (
    <details open={state.status === 'refused'}>
      <summary aria-label={words.liftOf(what)}>{words.lift}</summary>
      <form action={submit} className="lift-form">
        <ErrorSummary state={state} idOf={idOf} />
        <FormToken />
        <input type="hidden" name="blockId" value={blockId} />
        <AreaField id={idOf('note')} name="note" label={words.liftNote} state={state} />
        <button type="submit" className="button-quiet" aria-label={words.liftOf(what)}>
          {words.lift}
        </button>
      </form>
    </details>
  )
}
