import type { SanctionOfRecord } from '@/db/queries/desk-person'
import { casePath } from '@/domain/moderation/addresses'
import { sanctionWords } from '@/lib/words/sanction'
import { Moment } from '../page/moment'
import { LiftForm } from './lift-form'

const words = sanctionWords.desk

type Props = { sanctions: SanctionOfRecord[]; handle: string; mayLift: boolean; now: Date }

/** Every sanction that a person ever had, those in force with the way to lift them. */
export function SanctionRecord({ sanctions, handle, mayLift, now }: Props) {
  if (sanctions.length === 0) return <p className="empty">{words.none}</p>
  return (
    <ul className="record">
      {sanctions.map((sanction) => (
        <li key={sanction.id}>
          <Line sanction={sanction} now={now} />
          {mayLift && isInForce(sanction, now) && (
            <LiftForm sanctionId={sanction.id} kind={sanctionWords.kinds[sanction.kind]} handle={handle} />
          )}
        </li>
      ))}
    </ul>
  )
}

const isInForce = ({ endsAt, liftedAt }: SanctionOfRecord, now: Date) => !liftedAt && (!endsAt || endsAt > now)

function Line({ sanction, now }: { sanction: SanctionOfRecord; now: Date }) {
  const { kind, reason, note, sectionName, imposedBy, startsAt, commentId } = sanction
  return (
    <>
      <p className={isInForce(sanction, now) ? 'standing' : undefined}>
        {sanctionWords.kinds[kind]}
        {sectionName && sanctionWords.own.inSection(sectionName)}: {reason} (<State sanction={sanction} now={now} />)
      </p>
      <p className="record-source">
        <Moment at={startsAt} /> {imposedBy && <bdi>{words.by(imposedBy)}</bdi>}{' '}
        {commentId && <a href={casePath(commentId)}>{words.about}</a>}
      </p>
      {note && <blockquote dir="auto">{note}</blockquote>}
    </>
  )
}

function State({
  sanction: { kind, endsAt, liftedAt, acknowledgedAt },
  now,
}: {
  sanction: SanctionOfRecord
  now: Date
}) {
  if (liftedAt)
    return (
      <>
        {words.lifted} <Moment at={liftedAt} />
      </>
    )
  if (kind === 'warning') return acknowledgedAt ? words.read : words.unread
  if (!endsAt) return words.endless
  if (endsAt <= now) return words.over
  return (
    <>
      {words.ends} <Moment at={endsAt} />
    </>
  )
}
