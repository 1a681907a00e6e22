import { undeleteCommentAction } from '@/actions/comment-actions'
import { undeleteMinutes } from '@/domain/comment/delete-comment'
import { commentWords } from '@/lib/words/comment'
import { Moment } from '../page/moment'

type Props = { comments: { id: string; deletedAt: Date }[]; slug: string; at: string | undefined }

/** Says what its author deleted a moment ago, and offers to take that back while it can be. */
export function UndeleteForms({ comments, slug, at }: Props) {
  return comments.map(({ id, deletedAt }) => (
    <own-comment key={id}>
      <form className="notice undelete" action={undeleteCommentAction}>
        <input type="hidden" name="slug" value={slug} />
        <span role={id === at ? 'status' : undefined}>
          {commentWords.refusals.deleted} {commentWords.undeleteUntil}{' '}
          <Moment at={new Date(deletedAt.getTime() + undeleteMinutes * 60_000)} />
        </span>{' '}
        <button type="submit" name="commentId" value={id} className="button-quiet">
          {commentWords.undelete}
        </button>
      </form>
    </own-comment>
  ))
}
