'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** What the link carries; sent on as it is. */
  carried: Record<string, string>
  button: string
}

/** The button that does what a letter's link stands for, so that following the link alone does nothing. */
export function LinkForm({ action, carried, button }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit}>
      <ErrorSummary state={state} idOf={(field) => field} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="button" type="submit">
        {button}
      </button>
    </form>
  )
}
