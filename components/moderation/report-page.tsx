import type { PublicComment } from '@/db/queries/comments'
import type { GivenReason } from '@/db/queries/reasons'
import { permalink } from '@/domain/comment/addresses'
import { commentWords } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { CommentText } from '../comment/comment-text'
import { FocusHere } from '../form/focus-here.island'
import { Moment } from '../page/moment'
import { ReportForm } from './report-form'

const words = moderationWords.report

type Props = { comment: PublicComment; reasons: GivenReason[]; said: 'thanks' | 'again' | undefined }

/** A reader's report of a comment: the comment itself, the reasons, and afterwards the thanks. */
export function ReportPage({ comment, reasons, said }: Props) {
  return (
    <main id="text" className="sheet">
      <h1>{commentWords.reportHeading}</h1>
      {said && (
        <FocusHere>
          <p role="status">{said === 'thanks' ? commentWords.reportThanks : words.again}</p>
        </FocusHere>
      )}
      {!said && <p>{commentWords.reportLead}</p>}
      {comment.standing === 'visible' && (
        <blockquote className="comment" aria-label={words.comment(comment.name ?? '')}>
          <header className="comment-header">
            <b className="comment-name" dir="auto">
              {comment.name}
            </b>
            <Moment at={comment.createdAt} />
          </header>
          <CommentText source={comment.text} />
        </blockquote>
      )}
      {!said && (
        <report-form>
          <ReportForm commentId={comment.id} reasons={reasons} />
        </report-form>
      )}
      <p>
        <a href={permalink(comment.id)} rel="nofollow">
          {words.back}
        </a>
      </p>
    </main>
  )
}
