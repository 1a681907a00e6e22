import { commentAnchor, discussionPath } from '@/domain/comment/addresses'
import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { commentWords } from '@/lib/words/comment'
import { Moment } from '../page/moment'
import { CommentText } from './comment-text'
import { DeleteOwnForm } from './delete-own-form'
import { GivenRule } from './given-rule'
import { unseenNotice } from './unseen-notice'

type Props = Pick<FoundDiscussion, 'wait'> & {
  comments: FoundDiscussion['unseen']
  slug: string
  at: string | undefined
}

/** The reader's own comments that nobody else sees: those that wait, and those that were not let through. */
export function OwnUnseen({ comments, slug, wait, at }: Props) {
  return comments.map((comment) => (
    <article
      key={comment.id}
      id={commentAnchor(comment.id)}
      className={`comment comment-own ${comment.id === at ? 'comment-here' : ''}`}
    >
      <p className="notice" role={comment.id === at ? 'status' : undefined}>
        {unseenNotice(comment, wait)}
        {comment.hiddenBecause && (
          <>
            {' — '}
            <GivenRule reason={comment.hiddenBecause} />.
          </>
        )}
      </p>
      <Moment at={comment.createdAt} />
      <CommentText source={comment.text} />
      {comment.standing === 'held' && (
        <div className="comment-footer">
          <a href={discussionPath(slug, { edit: comment.id })}>{commentWords.edit}</a>
          <DeleteOwnForm commentId={comment.id} slug={slug} />
        </div>
      )}
    </article>
  ))
}
