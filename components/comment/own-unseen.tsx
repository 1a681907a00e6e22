import { commentAnchor } from '@/domain/comment/addresses'
import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { Moment } from '../page/moment'
import { CommentText } from './comment-text'
import { GivenRule } from './given-rule'
import { OwnActions } from './own-actions'
import { OwnVersions } from './own-versions'
import { unseenNotice } from './unseen-notice'

type Props = {
  found: Pick<FoundDiscussion, 'wait' | 'editable' | 'versions'>
  comments: FoundDiscussion['unseen']
  slug: string
  at: string | undefined
}

/** The reader's own comments that nobody else sees: those that wait, and those that were not let through. */
export function OwnUnseen({ comments, slug, found: { wait, editable, versions }, at }: Props) {
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
      <OwnVersions versions={versions.get(comment.id)} />
      {comment.standing === 'held' && (
        <div className="comment-footer">
          <OwnActions commentId={comment.id} slug={slug} canEdit={editable.has(comment.id)} />
        </div>
      )}
    </article>
  ))
}
