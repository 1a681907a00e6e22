import type { WaitingComment } from '@/db/queries/waiting-comments'
import { discussionPath } from '@/domain/comment/addresses'
import { holdingFindings } from '@/domain/screening/finding'
import { sentenceOf } from '@/domain/screening/finding-words'
import { screeningWords } from '@/lib/words/screening'
import { Moment } from '../page/moment'

const words = screeningWords.own

/** A member's comments that wait for a moderator, and all that holds each. Nothing where none waits. */
export function WaitingComments({ comments }: { comments: WaitingComment[] }) {
  if (comments.length === 0) return null
  return (
    <section aria-labelledby="waiting-comments">
      <h2 id="waiting-comments">{words.heading}</h2>
      <ul className="own-reports">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Moment at={comment.createdAt} />, {words.on}{' '}
            <a href={discussionPath(comment.slug, { at: comment.id })}>{comment.headline}</a>:{' '}
            <span className="outcome">{[words.held, ...holdingFindings(comment).map(sentenceOf)].join(' ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
