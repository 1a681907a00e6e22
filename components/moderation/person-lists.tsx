import { casePath } from '@/domain/moderation/addresses'
import { type PersonList, personLists, personPath } from '@/domain/moderation/people-addresses'
import type { FoundPerson } from '@/domain/moderation/read-person'
import { moderationWords } from '@/lib/words/moderation'
import { peopleWords as words } from '@/lib/words/people'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { StandingLine } from './desk-comment'

type Props = { handle: string; part: FoundPerson['part']; isFirst: boolean }

/** One list of a person's record, a part at a time, with the way to the others. */
export function PersonLists({ handle, part, isFirst }: Props) {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{words.lists.label}</h2>
      <Tabs handle={handle} list={part.list} />
      {part.rows.length === 0 && <p className="empty">{words.none[part.list]}</p>}
      <ul className="record">
        <Rows part={part} />
      </ul>
      {(part.older || !isFirst) && (
        <nav aria-label={words.lists[part.list]} className="record-paging">
          {!isFirst && <a href={personPath(handle, { list: part.list })}>{words.newest}</a>}{' '}
          {part.older && (
            <a href={`${personPath(handle, { list: part.list, before: part.older })}#lists`}>{words.older}</a>
          )}
        </nav>
      )}
    </section>
  )
}

function Tabs({ handle, list }: { handle: string; list: PersonList }) {
  return (
    <nav aria-label={words.lists.label} className="tabs">
      <ul>
        {personLists.map((one) => (
          <li key={one}>
            <a href={`${personPath(handle, { list: one })}#lists`} aria-current={one === list ? 'page' : undefined}>
              {words.lists[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Rows({ part }: { part: FoundPerson['part'] }) {
  switch (part.list) {
    case 'comments':
      return part.rows.map((comment) => <CommentRow key={comment.id} comment={comment} />)
    case 'decisions':
      return part.rows.map((decision) => <DecisionRow key={decision.id} decision={decision} />)
    case 'reports-against':
      return part.rows.map((report) => <ReportRow key={report.id} report={report} isAgainst />)
    case 'reports-by':
      return part.rows.map((report) => <ReportRow key={report.id} report={report} />)
  }
}

type RowsOf<List extends PersonList> = Extract<FoundPerson['part'], { list: List }>['rows'][number]

function CommentRow({ comment }: { comment: RowsOf<'comments'> }) {
  return (
    <li>
      <p>
        <a href={casePath(comment.id)}>
          <Moment at={comment.createdAt} />
        </a>{' '}
        {words.at(comment.headline)}
      </p>
      <StandingLine comment={comment} />
      {comment.standing !== 'deleted' && <CommentText source={comment.text} />}
    </li>
  )
}

function DecisionRow({ decision }: { decision: RowsOf<'decisions'> }) {
  const { kind, commentId, actorName, isAutomatic, reason, note, createdAt } = decision
  return (
    <li>
      <p>
        <Moment at={createdAt} /> <bdi>{isAutomatic ? words.automatic : (actorName ?? words.someone)}</bdi>{' '}
        {words.decided[kind] ?? kind}
        {reason && `: ${reason.label}`} {commentId && <a href={casePath(commentId)}>{words.comment}</a>}
      </p>
      {note && <blockquote dir="auto">{note}</blockquote>}
    </li>
  )
}

function ReportRow({ report, isAgainst = false }: { report: RowsOf<'reports-by'>; isAgainst?: boolean }) {
  const { commentId, reason, note, outcome, createdAt, headline, reporterName, reporterHandle, authorName } = report
  return (
    <li>
      <p>
        <Moment at={createdAt} />{' '}
        <bdi>
          {isAgainst
            ? words.reported(reporterName ?? words.guest, reason.label)
            : words.reportedOf(authorName ?? words.gone, reason.label)}
        </bdi>{' '}
        ({moderationWords.reports.outcomes[outcome ?? 'open']}), <a href={casePath(commentId)}>{words.comment}</a>{' '}
        {words.at(headline)}{' '}
        {isAgainst && reporterHandle && reporterName && (
          <a href={personPath(reporterHandle)}>{words.title(reporterName)}</a>
        )}
      </p>
      {note && <blockquote dir="auto">{note}</blockquote>}
    </li>
  )
}
