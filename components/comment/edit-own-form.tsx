import { editCommentAction } from '@/actions/comment-actions'
import { longestComment } from '@/domain/comment/comment-input'
import { commentWords } from '@/lib/words/comment'

type Props = { comment: { id: string; articleId: string }; text: string; slug: string; draft: string | undefined }

export function EditOwnForm({ comment, text, slug, draft }: Props) {
  return (
    <form id="comment-form" className="comment-form" action={editCommentAction}>
      <h4>{commentWords.editHeading}</h4>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="articleId" value={comment.articleId} />
      {draft && <input type="hidden" name="draft" value={draft} />}
      <p className="field">
        <label htmlFor="comment-text">{commentWords.text}</label>
        <textarea id="comment-text" name="text" rows={6} defaultValue={text} maxLength={longestComment} dir="auto" />
      </p>
      <p className="form-buttons">
        <button type="submit" name="commentId" value={comment.id} className="button">
          {commentWords.save}
        </button>
      </p>
    </form>
  )
}
