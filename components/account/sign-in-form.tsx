'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { accountWords } from '@/lib/words/account'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; next?: string; email?: string }

const idOf = (field: string) => `sign-in-${field}`

export function SignInForm({ action, next, email }: Props) {
  const [state, submit] = useActionState(action, idle)
  const words = accountWords.signIn
  return (
    <form action={submit} noValidate>
      <ErrorSummary state={state} idOf={idOf} />
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        id={idOf('email')}
        name="email"
        label={words.email}
        type="email"
        autoComplete="email"
        inputMode="email"
        required
        maxLength={254}
        defaultValue={email}
        state={state}
      />
      <button className="button" type="submit">
        {words.send}
      </button>
    </form>
  )
}
