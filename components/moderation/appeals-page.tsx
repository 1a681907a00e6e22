import type { ReactNode } from 'react'
import type { DeskAppeal } from '@/db/queries/appeals'
import { type MemberActor, may } from '@/domain/actor'
import type { Appeals } from '@/domain/appeal/read-appeals'
import { articlePath } from '@/domain/comment/addresses'
import { casePath } from '@/domain/moderation/addresses'
import { appealWords } from '@/lib/words/appeal'
import { commentWords } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { DecideAppealForm } from '../appeal/decide-appeal-form'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { DeskHeader } from './desk-header'
import { nameOf } from './name-of'

const words = appealWords.desk

type Props = { actor: MemberActor; appeals: Appeals; said: ReactNode }

/** What authors say against removals, and the forms by which that is decided. */
export function AppealsPage({ actor, appeals: { waiting, decided, total }, said }: Props) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="appeals" />
      <h1>{words.title}</h1>
      {said}
      <p className="desk-lead">{words.lead}</p>
      {waiting.length === 0 && <p className="empty">{words.none}</p>}
      {waiting.map((entry) => (
        <Waiting key={entry.appeal.id} {...{ actor, entry }} />
      ))}
      {total > waiting.length && <p>{words.more(total - waiting.length)}</p>}
      <section aria-labelledby="decided" className="appeal">
        <h2 id="decided">{words.decided}</h2>
        {decided.length === 0 && <p className="empty">{words.noneDecided}</p>}
        <ul className="appeals-decided">
          {decided.map((appeal) => (
            <Decided key={appeal.id} appeal={appeal} />
          ))}
        </ul>
      </section>
    </main>
  )
}

type Entry = Appeals['waiting'][number]

function Waiting({ actor, entry: { appeal, whyNot, hasOtherModerator } }: { actor: MemberActor; entry: Entry }) {
  const name = authorOf(appeal)
  return (
    <article className="appeal" aria-labelledby={`appeal-${appeal.id}`}>
      <h2 id={`appeal-${appeal.id}`} dir="auto">
        {words.by(name)}
      </h2>
      <p>
        <Moment at={appeal.createdAt} />, {moderationWords.on} <a href={articlePath(appeal.slug)}>{appeal.headline}</a>
        {may(actor, 'moderation.see') && (
          <>
            {'. '}
            <a href={casePath(appeal.commentId)} aria-label={words.contextOf(name)}>
              {words.context}
            </a>
          </>
        )}
      </p>
      <h3>{words.comment}</h3>
      <blockquote>
        <CommentText source={appeal.commentText} />
      </blockquote>
      <p>
        {firstDecision(appeal)} <Moment at={appeal.decidedFirstAt} />
        {appeal.note && `. ${words.note} ${appeal.note}`}
      </p>
      <h3>{words.appeal}</h3>
      <blockquote className="as-typed" dir="auto">
        {appeal.text}
      </blockquote>
      {!hasOtherModerator && <p className="notice">{words.instead}</p>}
      {whyNot ? (
        <p className="notice">
          {words.whyNot[whyNot]} {!hasOtherModerator && words.nobody}
        </p>
      ) : (
        <DecideAppealForm appealId={appeal.id} name={name} />
      )}
    </article>
  )
}

function Decided({ appeal }: { appeal: DeskAppeal }) {
  const { outcome, decidedAt, answer, deciderName } = appeal
  if (!outcome || !decidedAt) return null
  return (
    <li>
      <Moment at={decidedAt} />: <span dir="auto">{words.by(authorOf(appeal))}</span>, {words.outcomes[outcome]}{' '}
      {outcome !== 'taken-back' && <b dir="auto">{deciderName ?? moderationWords.someone}</b>}
      {answer && (
        <blockquote className="as-typed" dir="auto">
          {answer}
        </blockquote>
      )}
    </li>
  )
}

const authorOf = ({ authorName, guestName }: DeskAppeal) => nameOf({ name: authorName ?? guestName })

function firstDecision({ isAutomatic, firstDeciderName, reason }: DeskAppeal) {
  const rule = reason ? commentWords.rule(reason.ruleNo, reason.label) : ''
  return isAutomatic ? words.automatic(rule) : words.decidedBy(firstDeciderName ?? moderationWords.someone, rule)
}
