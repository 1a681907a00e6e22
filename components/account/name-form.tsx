'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { accountWords } from '@/lib/words/account'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; name: string }

const idOf = (field: string) => `account-${field}`

export function NameForm({ action, name }: Props) {
  const [state, submit] = useActionState(action, idle)
  const words = accountWords.account
  return (
    <form action={submit} noValidate>
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <Field
        id={idOf('name')}
        name="name"
        label={words.name}
        hint={words.nameHint}
        autoComplete="nickname"
        required
        maxLength={80}
        defaultValue={name}
        state={state}
      />
      <button className="button" type="submit">
        {words.saveName}
      </button>
    </form>
  )
}
