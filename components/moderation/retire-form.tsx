'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { bringBackReasonAction, retireReasonAction } from '@/actions/reason-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { reasonWords } from '@/lib/words/reason'

const words = reasonWords.desk

/** Offers a reason no longer, or again. */
export function RetireForm({ code, label, isRetired }: { code: string; label: string; isRetired: boolean }) {
  const [state, submit] = useActionState(isRetired ? bringBackReasonAction : retireReasonAction, idle)
  return (
    <form action={submit}>
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="code" value={code} />
      <button
        type="submit"
        className="button-quiet"
        aria-label={isRetired ? words.bringBackOf(label) : words.retireOf(label)}
      >
        {isRetired ? words.bringBack : words.retire}
      </button>
    </form>
  )
}
