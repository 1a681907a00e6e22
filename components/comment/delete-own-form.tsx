import { deleteCommentAction } from '@/actions/comment-actions'
import { commentWords } from '@/lib/words/comment'

/** Asks before it deletes, without a script. */
export function DeleteOwnForm({ commentId, slug }: { commentId: string; slug: string }) {
  return (
    <details className="delete-own">
      <summary>{commentWords.delete}</summary>
      <form action={deleteCommentAction}>
        <input type="hidden" name="slug" value={slug} />
        <button type="submit" name="commentId" value={commentId} className="button-quiet">
          {commentWords.deleteOwn}
        </button>
      </form>
    </details>
  )
}
