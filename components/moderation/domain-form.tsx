'use client'

import { useActionState } from 'react'
import { decideDomainAction } from '@/actions/conversation-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { conversationWords as words } from '@/lib/words/conversation'

/** Allows a domain, or denies it. */
export function AddDomainForm() {
  const [state, submit] = useActionState(decideDomainAction, idle)
  return (
    <form action={submit} className="conversation-form">
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <Field id="domain" name="domain" label={words.domain} hint={words.domainHint} state={state} autoComplete="off" />
      <Field id="domain-note" name="note" label={words.note} state={state} maxLength={1000} />
      <p className="form-buttons">
        <button type="submit" name="verdict" value="deny" className="button">
          {words.deny}
        </button>
        <button type="submit" name="verdict" value="allow" className="button-quiet">
          {words.allow}
        </button>
      </p>
    </form>
  )
}

/** Takes back what was decided about a domain. */
export function ForgetDomainForm({ domain }: { domain: string }) {
  const [state, submit] = useActionState(decideDomainAction, idle)
  return (
    <form action={submit}>
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="domain" value={domain} />
      <button type="submit" name="verdict" value="none" className="button-quiet" aria-label={words.forgetOf(domain)}>
        {words.forget}
      </button>
    </form>
  )
}
