import { editCommentAction } from '@/actions/comment-actions'
import { longestComment } from '@/domain/comment/comment-input'
import { commentWords } from '@/lib/words/comment'

type Props = {
  comment: { id: string; articleId: string }
  text: string
  slug: string
  draft: string | undefined
  isFaulty: boolean
}

export function EditOwnForm({ comment, text, slug, draft, isFaulty }: Props) {
  const hidden = { slug, articleId: comment.articleId, commentId: comment.id, draft }
  return (
    <form id="comment-form" className="comment-form" action={editCommentAction}>
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="field">
        <label htmlFor="own-text">{commentWords.editHeading}</label>
        <textarea
          id="own-text"
          name="text"
          rows={6}
          defaultValue={text}
          maxLength={longestComment}
          dir="auto"
          {...(isFaulty && { 'aria-invalid': true, 'aria-describedby': 'comment-refusal' })}
        />
      </p>
      <p className="form-buttons">
        <button type="submit" name="intent" value="post" className="button">
          {commentWords.save}
        </button>
        <button type="submit" name="intent" value="preview" className="button-quiet">
          {commentWords.preview}
        </button>
      </p>
    </form>
  )
}
