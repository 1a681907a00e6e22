'use client'

import { useActionState } from 'react'
import { cleanUpAction, undoCleanUpAction } from '@/actions/clean-up-actions'
import { idle } from '@/actions/form-state'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { SelectField } from '@/components/form/select-field'
import type { GivenReason } from '@/db/queries/reasons'
import { cleanUpWords as words } from '@/lib/words/clean-up'

const idOf = (field: string) => `clean-up-${field}`

type Props = {
  /** What was looked at, as the action takes it. */
  swath: { reach: string; memberId: string; commentId: string; since: number; until: number }
  count: number
  /** Those that are offered. */
  reasons: GivenReason[]
  here: string
}

/** Hides what was looked at, and nothing that came later. */
export function CleanUpForm({ swath, count, reasons, here }: Props) {
  const [state, submit] = useActionState(cleanUpAction, idle, here)
  return (
    <form action={submit} className="clean-up-form">
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      {Object.entries(swath).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        id={idOf('reason')}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        nothing={words.chooseReason}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
        state={state}
      />
      <AreaField id={idOf('note')} name="note" label={words.note} state={state} />
      <button type="submit" className="button">
        {words.submit(count)}
      </button>
    </form>
  )
}

/** Lets everything stand as it stood before a clean-up. */
export function UndoCleanUpForm({ cleanUpId, here }: { cleanUpId: string; here: string }) {
  const [state, submit] = useActionState(undoCleanUpAction, idle, here)
  return (
    <form action={submit}>
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <input type="hidden" name="cleanUpId" value={cleanUpId} />
      <button type="submit" className="button-quiet">
        {words.done.undo}
      </button>
    </form>
  )
}
