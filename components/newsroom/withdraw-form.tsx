'use client'

import { useActionState, useId } from 'react'
import { withdrawArticleAction } from '@/actions/article-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { deskArticlePath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'
import { Labelled } from './labelled'
import { keepTyped } from './typed-text'

const words = newsroomWords.withdraw

/**
 * Takes the article out of the paper, with a reason that readers find in its place. A refusal without scripts comes on
 * the article's own address, which no longer says what was done before.
 */
export function WithdrawForm({ articleId }: { articleId: string }) {
  const [state, submit] = useActionState(withdrawArticleAction, idle, deskArticlePath(articleId))
  const drawing = useId()
  const idOf = (field: string) => `${drawing}${field}`
  const refused = state.status === 'refused' ? state : undefined
  return (
    <details className="desk-withdraw" open={refused !== undefined}>
      <summary>{words.summary}</summary>
      <form action={submit} onSubmit={(event) => keepTyped(event.currentTarget)} noValidate>
        <ErrorSummary state={state} idOf={idOf} />
        <p>{words.lead}</p>
        <FormToken />
        <input type="hidden" name="articleId" value={articleId} />
        <Labelled id={idOf('reason')} label={words.reason} fault={refused?.fields?.reason}>
          {(field) => <textarea {...field} name="reason" rows={2} defaultValue={refused?.kept.reason} dir="auto" />}
        </Labelled>
        <p>
          <label className="tick">
            <input id={idOf('confirmed')} type="checkbox" name="confirmed" /> {words.confirm}
          </label>
        </p>
        <button type="submit" className="button-quiet">
          {words.button}
        </button>
      </form>
    </details>
  )
}
