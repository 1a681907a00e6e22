import type { GivenReason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { casePath, queueItemAnchor, queuePath } from '@/domain/moderation/addresses'
import type { QueueTab } from '@/domain/moderation/queue-tabs'
import type { Queue } from '@/domain/moderation/read-queue'
import { tickText } from '@/domain/moderation/tick'
import { verdictsFor } from '@/domain/moderation/verdicts'
import { waitInWords } from '@/lib/wait'
import { deskWords } from '@/lib/words/desk'
import { moderationWords as words } from '@/lib/words/moderation'
import { reportWords } from '@/lib/words/report'
import { bulkFormId } from './bulk-form-id'
import { ClaimNotice } from './claim-notice'
import { Answered, CommentPlace, DeskComment, Findings, StandingLine } from './desk-comment'
import { MatchedWords } from './matched-words'
import { nameOf } from './name-of'
import { PersonCard } from './person-card'
import { ReportList } from './report-list'
import { VerdictForm } from './verdict-form'

type Props = {
  entry: Queue['entries'][number]
  tab: QueueTab
  /** Those that are offered. */
  reasons: GivenReason[]
  actor: MemberActor
  back: string
  next: string | undefined
  now: Date
}

/** A comment that waits, with all that is needed to decide about it and the buttons that do it. */
export function QueueItem({ entry, tab, reasons, actor, back, next, now }: Props) {
  const { comment, person, since, risk, claim, reports, arranged } = entry
  const name = nameOf(comment)
  const age = waitInWords((now.getTime() - since.getTime()) / 60_000)
  const open = reports.filter(({ outcome }) => outcome === null)
  const isOwn = comment.memberId === actor.id && actor.rank !== 'admin'
  return (
    <article
      id={queueItemAnchor(comment.id)}
      className="queue-item"
      aria-labelledby={`heading-${comment.id}`}
      tabIndex={-1}
    >
      <h2 id={`heading-${comment.id}`} dir="auto">
        {words.commentBy(name)}
      </h2>
      {!isOwn && (
        <label className="tick queue-tick">
          <input
            type="checkbox"
            name="ticked"
            value={tickText(comment)}
            form={bulkFormId}
            aria-label={deskWords.bulk.tick(name)}
          />{' '}
          <span aria-hidden="true">{deskWords.bulk.tickShort}</span>
        </label>
      )}
      <CommentPlace comment={comment} />
      <p>
        <a href={queuePath({ tab, article: comment.slug })} aria-label={words.onlyArticle(comment.headline)}>
          {words.onlyThisArticle}
        </a>
      </p>
      <p className="queue-age">
        {deskWords.sinceIn[tab](age)}
        {risk !== null && `, ${deskWords.risk(risk)}`}
      </p>
      {claim && claim.memberId !== actor.id && <ClaimNotice claim={claim} />}
      <StandingLine comment={comment} />
      <Findings comment={comment} />
      <Answered comment={comment} />
      <DeskComment comment={comment} />
      <MatchedWords comment={comment} />
      <Arranged arranged={arranged} open={open.length} />
      <ReportList reports={reports} />
      <PersonCard person={person} about={comment.id} />
      {isOwn ? (
        <p className="notice">{words.verdict.own}</p>
      ) : (
        <VerdictForm
          commentId={comment.id}
          seenAs={comment.standing}
          seenEdit={comment.editedAt?.getTime() ?? 0}
          verdicts={verdictsFor(comment.standing, open.length, comment.decidedAt !== null)}
          {...{ reasons, name, back, next }}
        />
      )}
      <p>
        <a className="queue-open" href={casePath(comment.id)} aria-label={words.contextOf(name)}>
          {words.context}
        </a>
      </p>
    </article>
  )
}

/** Alerts to reports that look like the work of a few, who want a comment gone. */
function Arranged({ arranged, open }: { arranged: number; open: number }) {
  if (arranged === 0) return null
  return <p className="notice">{reportWords.arranged(arranged, open)}</p>
}
