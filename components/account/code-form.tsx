'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { accountWords } from '@/lib/words/account'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; next?: string }

const idOf = (field: string) => `sign-in-${field}`

export function CodeForm({ action, next }: Props) {
  const [state, submit] = useActionState(action, idle)
  const words = accountWords.check
  return (
    <form action={submit} noValidate>
      <ErrorSummary state={state} idOf={idOf} />
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        id={idOf('code')}
        name="code"
        label={words.code}
        hint={words.codeHint}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        maxLength={20}
        state={state}
      />
      <button className="button" type="submit">
        {words.submit}
      </button>
    </form>
  )
}
