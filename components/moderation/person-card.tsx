import { personPath } from '@/domain/moderation/people-addresses'
import type { Person } from '@/domain/moderation/read-people'
import { moderationWords } from '@/lib/words/moderation'
import { peopleWords } from '@/lib/words/people'
import { Moment } from '../page/moment'
import { nameOf } from './name-of'

const words = moderationWords.person

/** What a moderator should know of whoever wrote a comment, which `about` names. Never an e-mail address. */
export function PersonCard({ person, about, level = 'h3' }: { person: Person; about: string; level?: 'h2' | 'h3' }) {
  const Heading = level
  return (
    <div className="person-card">
      <Heading dir="auto" aria-label={words.heading(nameOf(person))}>
        {nameOf(person)}
      </Heading>
      {person.kind === 'gone' && <p>{words.gone}</p>}
      {person.kind === 'guest' && <GuestFacts person={person} />}
      {person.kind === 'member' && (
        <>
          <MemberFacts person={person} />
          <p>
            <a href={personPath(person.handle, { comment: about })} aria-label={peopleWords.toRecordOf(nameOf(person))}>
              {peopleWords.toRecord}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

function GuestFacts({ person }: { person: Extract<Person, { kind: 'guest' }> }) {
  return (
    <>
      <p>{words.guest}</p>
      <dl className="facts">
        <dt>{words.guestVisible}</dt>
        <dd>{person.visible}</dd>
        <dt>{words.guestHidden}</dt>
        <dd>{person.hidden}</dd>
        <dt>{words.guestHeld}</dt>
        <dd>{person.held}</dd>
      </dl>
    </>
  )
}

function MemberFacts({ person }: { person: Extract<Person, { kind: 'member' }> }) {
  return (
    <dl className="facts">
      <dt>{words.rank}</dt>
      <dd>{moderationWords.ranks[person.rank]}</dd>
      <dt>{words.since}</dt>
      <dd>
        <Moment at={person.since} style="short" />
      </dd>
      <dt>{words.visible}</dt>
      <dd>{person.visible}</dd>
      <dt>{words.hidden}</dt>
      <dd>{person.hidden}</dd>
      <dt>{words.held}</dt>
      <dd>{person.held}</dd>
      <dt>{words.decisions}</dt>
      <dd>{person.decisions}</dd>
      {person.earlier.length > 0 && <dt>{words.earlier}</dt>}
      {person.earlier.map(({ name, until }) => (
        <dd key={until.getTime()} dir="auto">
          <bdi>{name}</bdi>, {words.until} <Moment at={until} style="short" />
        </dd>
      ))}
      <dt>{words.sanctions}</dt>
      {person.sanctions.length === 0 && <dd>{words.noSanctions}</dd>}
      {person.sanctions.map((sanction) => (
        <Sanction key={sanction.id} sanction={sanction} />
      ))}
    </dl>
  )
}

type OneSanction = Extract<Person, { kind: 'member' }>['sanctions'][number]

function Sanction({ sanction: { kind, reason, startsAt, endsAt, liftedAt } }: { sanction: OneSanction }) {
  return (
    <dd dir="auto">
      {words.kinds[kind]}, <Moment at={startsAt} style="short" />
      {kind !== 'warning' && (
        <>
          {' '}
          {endsAt ? (
            <>
              {words.until} <Moment at={endsAt} style="short" />
            </>
          ) : (
            words.endless
          )}
        </>
      )}
      {liftedAt && ` (${words.lifted})`}: {reason}
    </dd>
  )
}
