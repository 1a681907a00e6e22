'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { decideCommentAction } from '@/actions/moderation-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { casePath } from '@/domain/moderation/addresses'
import { moderationWords } from '@/lib/words/moderation'

const words = moderationWords.verdict

type Props = { commentId: string; name: string; back: string; next?: string | undefined }

/** Shows a comment again that was hidden a moment ago. */
export function UndoForm({ commentId, name, back, next }: Props) {
  const [state, submit] = useActionState(decideCommentAction, idle, casePath(commentId))
  return (
    <form action={submit} className="undo">
      <ErrorSummary state={state} idOf={(field) => field} />
      <FormToken />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="seenAs" value="hidden" />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="next" value={next ?? ''} />
      <button type="submit" name="verdict" value="restore" className="button-quiet" aria-label={words.undoOf(name)}>
        {words.undo}
      </button>
    </form>
  )
}
