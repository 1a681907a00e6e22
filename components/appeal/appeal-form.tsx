'use client'

import { useActionState } from 'react'
import { lodgeAppealAction } from '@/actions/appeal-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { appealWords as words } from '@/lib/words/appeal'
import { TextField } from './text-field'

/** An author says why a decision should be reversed. */
export function AppealForm({ statementKey }: { statementKey: string }) {
  const [state, submit] = useActionState(lodgeAppealAction, idle)
  const { kept, fault } =
    state.status === 'refused' ? { kept: state.kept.text, fault: state.fields?.text } : { kept: '', fault: undefined }
  return (
    <form action={submit}>
      <ErrorSummary state={state} idOf={(field) => `appeal-${field}`} />
      <FormToken />
      <input type="hidden" name="key" value={statementKey} />
      <TextField id="appeal-text" name="text" label={words.text} hint={words.textHint} {...{ kept, fault }} />
      <button className="button" type="submit">
        {words.send}
      </button>
    </form>
  )
}
