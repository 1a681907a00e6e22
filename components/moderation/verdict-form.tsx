'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { decideCommentAction } from '@/actions/moderation-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { NoteField, ReasonField } from '@/components/form/verdict-fields'
import type { GivenReason } from '@/db/queries/reasons'
import { casePath } from '@/domain/moderation/addresses'
import type { Standing } from '@/domain/moderation/reasons'
import type { Verdict } from '@/domain/moderation/verdicts'
import { moderationWords } from '@/lib/words/moderation'

const words = moderationWords.verdict

type Props = {
  commentId: string
  /** How the comment stood when the page was drawn; a colleague may have been faster. */
  seenAs: Standing
  /** When its text was last changed, in milliseconds, or 0. */
  seenEdit: number
  verdicts: Verdict[]
  /** Those that are offered. */
  reasons: GivenReason[]
  /** Whose comment it is. */
  name: string
  /** The page to come back to, and the comment there that comes next. */
  back: string
  next?: string | undefined
}

/**
 * What can be done about a comment. A refusal comes back with what was typed: here, or, without scripts, on the
 * comment's own page, since the queue may not hold the comment any more.
 */
export function VerdictForm({ commentId, seenAs, seenEdit, verdicts, reasons, name, back, next }: Props) {
  const [state, submit, isPending] = useActionState(decideCommentAction, idle, casePath(commentId))
  const idOf = (field: string) => `${field}-${commentId}`
  const kept: Record<string, string> = state.status === 'refused' ? state.kept : {}
  return (
    <form action={submit} className="verdict" aria-busy={isPending}>
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="seenAs" value={seenAs} />
      <input type="hidden" name="seenEdit" value={seenEdit} />
      <input type="hidden" name="back" value={kept.back || back} />
      <input type="hidden" name="next" value={kept.next || next || ''} />
      <fieldset>
        <legend className="visually-hidden">{words.legend(name)}</legend>
        <NoteField id={idOf('note')} state={state} />
        {verdicts.includes('hide') && <ReasonField id={idOf('reason')} state={state} reasons={reasons} />}
        <p className="form-buttons">
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="submit"
              name="verdict"
              value={verdict}
              className={verdict === 'hide' ? 'button-quiet' : 'button'}
              aria-label={words.labels[verdict](name)}
            >
              {words.buttons[verdict]}
            </button>
          ))}
        </p>
      </fieldset>
    </form>
  )
}
