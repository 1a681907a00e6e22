import type { DeskComment } from '@/db/queries/desk-comments'
import { casePath } from '@/domain/moderation/addresses'
import { moderationWords as words } from '@/lib/words/moderation'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { StandingLine } from './desk-comment'
import { nameOf } from './name-of'

/** What else the same person wrote. */
export function LatestComments({ comments }: { comments: DeskComment[] }) {
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{words.person.recent}</h2>
      {comments.length === 0 && <p className="empty">{words.person.noRecent}</p>}
      <ul className="latest-comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <a href={casePath(comment.id)} aria-label={words.contextOf(nameOf(comment))}>
                <Moment at={comment.createdAt} />
              </a>{' '}
              {words.on} {comment.headline}
            </p>
            <StandingLine comment={comment} />
            {comment.standing !== 'deleted' && <CommentText source={comment.text} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
