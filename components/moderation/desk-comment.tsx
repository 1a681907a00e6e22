import type { DeskComment as Shown } from '@/db/queries/desk-comments'
import { articlePath } from '@/domain/comment/addresses'
import { holdingFindings } from '@/domain/screening/finding'
import { sentenceOf } from '@/domain/screening/finding-words'
import { commentWords } from '@/lib/words/comment'
import { moderationWords as words } from '@/lib/words/moderation'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { nameOf } from './name-of'

/** The article on which a comment was written. */
export function CommentPlace({ comment }: { comment: Shown }) {
  return (
    <p className="desk-place">
      {words.on} <a href={articlePath(comment.slug)}>{comment.headline}</a> {words.inSection(comment.sectionName)}
    </p>
  )
}

/** How a comment stands, in words. */
export function StandingLine({ comment: { standing, heldBecause, hiddenBecause } }: { comment: Shown }) {
  return (
    <p className={`standing standing-${standing}`}>
      {words.standings[standing]}
      {standing === 'hidden' && hiddenBecause && `: ${commentWords.rule(hiddenBecause.ruleNo, hiddenBecause.label)}`}
      {standing === 'held' && heldBecause && `: ${words.heldBecause[heldBecause]}`}
    </p>
  )
}

/** All that holds a comment, in the words that its author reads, too. */
export function Findings({ comment }: { comment: Shown }) {
  if (comment.standing !== 'held') return null
  return (
    <ul className="findings">
      {holdingFindings(comment)
        .map(sentenceOf)
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  )
}

/** Whom a comment answers, with that comment's text, so that nobody judges half of a quarrel. */
export function Answered({
  comment: { answersId, answersName, answersStanding, answersText, answersChanged },
}: {
  comment: Shown
}) {
  if (!answersId) return null
  return (
    <div className="answered">
      <p>{words.answers(nameOf({ name: answersName }))}</p>
      {answersStanding === 'hidden' && <p>{words.answersHidden}</p>}
      {answersStanding === 'held' && <p>{words.answersHeld}</p>}
      {answersStanding === 'deleted' && <p>{words.answersDeleted}</p>}
      {answersChanged && answersStanding !== 'deleted' && <p>{words.answersChanged}</p>}
      {answersStanding !== 'deleted' && answersText && (
        <blockquote>
          <CommentText source={answersText} />
        </blockquote>
      )}
    </div>
  )
}

/** The comment as readers see it, or would. A deleted one is not shown to moderators either. */
export function DeskComment({ comment }: { comment: Shown }) {
  return (
    <div className="comment">
      <header className="comment-header">
        <b className="comment-name" dir="auto">
          {nameOf(comment)}
        </b>
        <Moment at={comment.createdAt} />
        {comment.editedAt && <span className="edited">{words.edited}</span>}
      </header>
      {comment.standing === 'deleted' ? (
        <p className="comment-placeholder">{commentWords.deleted}</p>
      ) : (
        <CommentText source={comment.text} />
      )}
    </div>
  )
}
