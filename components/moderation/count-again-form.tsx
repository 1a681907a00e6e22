'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { countAgainAction } from '@/actions/set-aside-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { reactionWords } from '@/lib/words/reaction'

type Props = { kind: 'article' | 'comment'; id: string; what: string }

/** Counts the reactions to one thing that were set aside. */
export function CountAgainForm({ kind, id, what }: Props) {
  const [state, submit] = useActionState(countAgainAction, idle)
  return (
    <form action={submit}>
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button-quiet" aria-label={reactionWords.desk.countOf(what)}>
        {reactionWords.desk.count}
      </button>
    </form>
  )
}
