import type { ReactNode } from 'react'
import type { GivenReason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { cleanUpPath, oneCleanUpPath } from '@/domain/moderation/clean-up-addresses'
import type { FoundPerson } from '@/domain/moderation/read-person'
import { whyNotAbout } from '@/domain/sanction/may-sanction'
import { cleanUpWords } from '@/lib/words/clean-up'
import { moderationWords } from '@/lib/words/moderation'
import { peopleWords as words } from '@/lib/words/people'
import { sanctionWords } from '@/lib/words/sanction'
import { Moment } from '../page/moment'
import { DeskHeader } from './desk-header'
import { PersonLists } from './person-lists'
import { PersonNotes } from './person-notes'
import { SanctionForm } from './sanction-form'
import { SanctionRecord } from './sanction-record'

type Props = {
  actor: MemberActor
  found: FoundPerson
  isFirst: boolean
  /** Those that are offered. */
  reasons: GivenReason[]
  sections: { id: string; name: string }[]
  /** What was just done. */
  said: ReactNode
  /** When, in milliseconds: after an act the forms begin anew. */
  at: string
  now: Date
}

/** A member as moderators know them: who it is, what holds them back, what they wrote, what was decided. */
export function PersonPage({ actor, found, isFirst, reasons, sections, said, at, now }: Props) {
  const { member, sanctions, notes, part, because } = found
  const mayJudge = whyNotAbout(actor, member) === undefined
  return (
    <main id="text" className="desk desk-person-page">
      <DeskHeader actor={actor} />
      <h1 dir="auto">{words.title(member.name)}</h1>
      {said}
      <Facts found={found} />
      <section aria-labelledby="sanctions">
        <h2 id="sanctions">{sanctionWords.desk.heading}</h2>
        <SanctionRecord key={at} {...{ sanctions, now }} handle={member.handle} mayLift={mayJudge} />
        {!mayJudge && <p className="notice">{sanctionWords.desk.notYours}</p>}
        {mayJudge && (
          <SanctionForm
            key={at}
            {...{ reasons, sections, because }}
            memberId={member.id}
            handle={member.handle}
            seen={sanctions[0]?.id}
          />
        )}
      </section>
      <CleanUps found={found} />
      <PersonNotes key={`notes-${at}`} memberId={member.id} handle={member.handle} notes={notes} />
      <PersonLists handle={member.handle} part={part} isFirst={isFirst} />
    </main>
  )
}

function CleanUps({ found: { member, undoable } }: { found: FoundPerson }) {
  return (
    <section aria-labelledby="clean-ups">
      <h2 id="clean-ups">{cleanUpWords.title}</h2>
      <p>
        <a href={cleanUpPath({ reach: 'account', memberId: member.id })}>{cleanUpWords.nav}</a>
      </p>
      {undoable.length > 0 && <p>{cleanUpWords.undoable}:</p>}
      <ul>
        {undoable.map(({ id, createdAt }) => (
          <li key={id}>
            <a href={oneCleanUpPath(id)}>
              <Moment at={createdAt} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ found: { member, record, earlier } }: { found: FoundPerson }) {
  const labels = moderationWords.person
  return (
    <dl className="facts">
      <dt>{words.handle}</dt>
      <dd>{member.handle}</dd>
      <dt>{labels.rank}</dt>
      <dd>{moderationWords.ranks[member.rank]}</dd>
      <dt>{labels.since}</dt>
      <dd>
        <Moment at={record.since} style="short" />
      </dd>
      <dt>{labels.visible}</dt>
      <dd>{record.visible}</dd>
      <dt>{labels.hidden}</dt>
      <dd>{record.hidden}</dd>
      <dt>{labels.held}</dt>
      <dd>{record.held}</dd>
      {earlier.length > 0 && <dt>{labels.earlier}</dt>}
      {earlier.map(({ name, until }) => (
        <dd key={until.getTime()} dir="auto">
          <bdi>{name}</bdi>, {labels.until} <Moment at={until} style="short" />
        </dd>
      ))}
    </dl>
  )
}
