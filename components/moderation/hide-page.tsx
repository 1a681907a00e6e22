import type { DeskComment } from '@/db/queries/desk-comments'
import type { GivenReason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { permalink } from '@/domain/comment/addresses'
import { casePath } from '@/domain/moderation/addresses'
import { deskWords } from '@/lib/words/desk'
import { moderationWords } from '@/lib/words/moderation'
import { CommentText } from '../comment/comment-text'
import { FocusHere } from '../form/focus-here.island'
import { HideForm } from './hide-form'
import { nameOf } from './name-of'

const words = deskWords.inPlace

type Props = { comment: DeskComment; isDone: boolean; actor: MemberActor; reasons: GivenReason[] }

/** Hides a comment from the page where readers read it. Our script takes the form, and what was done, into that page. */
export function HidePage({ comment, isDone, actor, reasons }: Props) {
  const name = nameOf(comment)
  const isOwn = comment.memberId === actor.id && actor.rank !== 'admin'
  return (
    <main id="text" className="sheet">
      <h1>{words.heading}</h1>
      {isDone && (
        <FocusHere>
          <p role="status">
            {words.done(name)} <a href={casePath(comment.id)}>{words.desk}</a>
          </p>
        </FocusHere>
      )}
      {!isDone && (
        <>
          <blockquote className="comment" aria-label={moderationWords.commentBy(name)}>
            <CommentText source={comment.text} />
          </blockquote>
          <report-form>
            {isOwn ? (
              <p className="notice">{moderationWords.verdict.own}</p>
            ) : (
              <HideForm commentId={comment.id} seenEdit={comment.editedAt?.getTime() ?? 0} reasons={reasons} />
            )}
          </report-form>
        </>
      )}
      <p>
        <a href={permalink(comment.id)}>{moderationWords.report.back}</a>
      </p>
    </main>
  )
}
