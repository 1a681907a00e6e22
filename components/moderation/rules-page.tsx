import { FocusHere } from '@/components/form/focus-here.island'
import type { Reason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { reasonAnchor } from '@/domain/moderation/addresses'
import type { ReasonDone } from '@/domain/moderation/reason-input'
import { reasonWords } from '@/lib/words/reason'
import { DeskHeader } from './desk-header'

import { AddReasonForm, ChangeReasonForm } from './reason-form'
import { RetireForm } from './retire-form'

const words = reasonWords.desk

type Props = {
  actor: MemberActor
  reasons: Reason[]
  mayChange: boolean
  /** What was just done, and about which reason. */
  done: ReasonDone
  about: Reason | undefined
  /** When, in milliseconds: after a change of one's own the forms begin anew, after a colleague's they keep what was typed. */
  at: string
}

/** The reasons for hiding and reporting, and the house rules behind them. Moderators read them, admins make them. */
export function RulesPage({ actor, reasons, mayChange, done, about, at }: Props) {
  const retired = reasons.filter(({ retiredAt }) => retiredAt)
  return (
    <main id="text" className="desk desk-rules">
      <DeskHeader actor={actor} at="rules" />
      <h1>{words.title}</h1>
      {done && about && (
        <FocusHere key={at}>
          <p>{reasonWords.done[done](about.label)}</p>
        </FocusHere>
      )}
      <p className="desk-lead">
        {words.lead} {!mayChange && words.readOnly} <a href="/rules">{words.asReaders}</a>
      </p>
      <h2>{words.offered}</h2>
      <ReasonList key={`offered-${at}`} reasons={reasons.filter(({ retiredAt }) => !retiredAt)} mayChange={mayChange} />
      <h2>{words.retired}</h2>
      {retired.length === 0 && <p className="empty">{words.noneRetired}</p>}
      <ReasonList key={`retired-${at}`} reasons={retired} mayChange={mayChange} />
      {mayChange && (
        <section aria-labelledby="add" className="add-reason">
          <h2 id="add">{words.add}</h2>
          <AddReasonForm
            key={at}
            ruleNo={1 + Math.max(0, ...reasons.map(({ ruleNo }) => ruleNo))}
            position={1 + Math.max(0, ...reasons.map(({ position }) => position))}
          />
        </section>
      )}
    </main>
  )
}

function ReasonList({ reasons, mayChange }: Pick<Props, 'reasons' | 'mayChange'>) {
  if (reasons.length === 0) return null
  return (
    <ol className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code} id={reasonAnchor(reason.code)}>
          <h3 className="rule-label" dir="auto">
            {reason.label}
          </h3>
          <p className="reason-facts">{factsOf(reason).join(' · ')}</p>
          <p dir="auto">{reason.ruleText}</p>
          {mayChange && <ChangeForms reason={reason} />}
        </li>
      ))}
    </ol>
  )
}

function ChangeForms({ reason: { changedAt, retiredAt, ...reason } }: { reason: Reason }) {
  return (
    <div className="reason-forms">
      <ChangeReasonForm reason={reason} seenChange={changedAt.getTime()} />
      {reason.code !== 'other' && <RetireForm code={reason.code} label={reason.label} isRetired={retiredAt !== null} />}
    </div>
  )
}

function factsOf({ code, ruleNo, position, forReaders, isPersonal }: Reason) {
  const givers = forReaders ? words.toReaders : words.notToReaders
  const facts = [words.rule(ruleNo), words.place(position), code === 'other' ? words.always : givers]
  return isPersonal ? [...facts, words.personal] : facts
}
