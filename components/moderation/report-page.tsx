import type { PublicComment } from '@/db/queries/comments'
import type { GivenReason } from '@/db/queries/reasons'
import type { findOwnReport } from '@/db/queries/reports'
import { permalink } from '@/domain/comment/addresses'
import { outcomeOf } from '@/domain/report/outcome-of'
import { commentWords } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { reportWords } from '@/lib/words/report'
import { CommentText } from '../comment/comment-text'
import { FocusHere } from '../form/focus-here.island'
import { Moment } from '../page/moment'
import { ReportForm } from './report-form'

const words = moderationWords.report

/** What became of the reader's own report, where there is one. */
type OwnOutcome = Awaited<ReturnType<typeof findOwnReport>>

type Props = { comment: PublicComment; reasons: GivenReason[]; said: 'thanks' | 'again' | undefined; own: OwnOutcome }

/** A reader's report of a comment: the comment itself, the reasons, and afterwards the thanks. */
export function ReportPage({ comment, reasons, said, own }: Props) {
  return (
    <main id="text" className="sheet">
      <h1>{commentWords.reportHeading}</h1>
      {said && (
        <FocusHere>
          <p role="status">{said === 'thanks' ? commentWords.reportThanks : words.again}</p>
        </FocusHere>
      )}
      {own && !said && (
        <p className="notice">
          {reportWords.yours} {reportWords.outcomes[outcomeOf(own)]}
        </p>
      )}
      {!said && !own && <p>{commentWords.reportLead}</p>}
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
      {!said && !own && (
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
