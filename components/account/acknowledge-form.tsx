'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { acknowledgeWarningAction } from '@/actions/warning-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { sanctionWords } from '@/lib/words/sanction'

const words = sanctionWords.own

type Props = { sanctionId: string; slug: string | undefined; draft: string | undefined }

/** A warned person says that they have read it. */
export function AcknowledgeForm({ sanctionId, slug, draft }: Props) {
  const [state, submit] = useActionState(acknowledgeWarningAction, idle)
  return (
    <form action={submit}>
      <ErrorSummary state={state} idOf={(field) => field} />
      <FormToken />
      <input type="hidden" name="sanctionId" value={sanctionId} />
      {slug && <input type="hidden" name="slug" value={slug} />}
      {draft && <input type="hidden" name="draft" value={draft} />}
      <p>{words.acknowledgeLead}</p>
      <button type="submit" className="button">
        {words.acknowledge}
      </button>
    </form>
  )
}
