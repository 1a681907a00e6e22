import type { Case } from '@/domain/moderation/read-case'
import { moderationWords } from '@/lib/words/moderation'
import { sanctionWords } from '@/lib/words/sanction'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { ChangedText } from './changed-text'
import { nameOf } from './name-of'

const words = moderationWords.history

const decided = { ...words.decided, ...sanctionWords.history }

type Event = Case['history'][number]
type Props = Pick<Case, 'comment' | 'history'>

/** All that ever happened to a comment, the first first. The log behind it can't be changed. */
export function CaseHistory({ comment, history }: Props) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.heading}</h2>
      <ol className="history">
        {history.map((event) => (
          <li key={keyOf(event)}>
            <Moment at={event.at} /> <Told event={event} comment={comment} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ event, comment }: { event: Event; comment: Props['comment'] }) {
  switch (event.kind) {
    case 'posted':
      return <span dir="auto">{(comment.isGuest ? words.guestPosted : words.posted)(nameOf(comment))}</span>
    case 'deleted':
      return words.deleted
    case 'edited':
    case 'version':
      return (
        <>
          {event.kind === 'edited' ? words.edited : words.version(event.version.no)}
          <blockquote>
            <VersionText {...event.version} />
          </blockquote>
        </>
      )
    case 'reported':
      return words.reported(event.report.reporterName ?? moderationWords.reports.guest, event.report.reason.label)
    case 'decided':
      return <Decided decision={event.decision} />
  }
}

/** The first as readers saw it; of the others what was changed. */
function VersionText({ before, text }: { before: string | undefined; text: string }) {
  return before === undefined ? <CommentText source={text} /> : <ChangedText before={before} after={text} />
}

type Decision = Extract<Event, { kind: 'decided' }>['decision']

function Decided({ decision }: { decision: Decision }) {
  const { did, reason, note, before, after } = decision
  return (
    <>
      <span dir="auto">{whoOf(decision)}</span> {decided[did]}{' '}
      {before !== after && words.moved(said(before), said(after))}
      {reason && ` ${words.reason} ${reason.label}.`}
      {note && (
        <span dir="auto">
          {' '}
          {words.note} {note}
        </span>
      )}
    </>
  )
}

/** Guests have no name in the log. */
function whoOf({ isAutomatic, actorName, did }: Decision) {
  if (isAutomatic) return words.automatic
  return actorName ?? (did === 'lodge-appeal' ? words.author : moderationWords.someone)
}

const said = (standing: Decision['before']) => (standing ? moderationWords.standings[standing] : '')

function keyOf(event: Event) {
  if (event.kind === 'decided') return event.decision.id
  if (event.kind === 'reported') return event.report.id
  return event.kind === 'version' ? `version-${event.version.no}` : event.kind
}
