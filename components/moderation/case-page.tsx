import type { ReactNode } from 'react'
import type { Claim } from '@/db/queries/claims'
import type { GivenReason } from '@/db/queries/reasons'
import { type MemberActor, may } from '@/domain/actor'
import { blocksPath } from '@/domain/block/addresses'
import { casePath, conversationPath } from '@/domain/moderation/addresses'
import { cleanUpPath } from '@/domain/moderation/clean-up-addresses'
import type { Case } from '@/domain/moderation/read-case'
import { verdictsFor } from '@/domain/moderation/verdicts'
import { blockWords } from '@/lib/words/block'
import { cleanUpWords } from '@/lib/words/clean-up'
import { conversationWords } from '@/lib/words/conversation'
import { moderationWords as words } from '@/lib/words/moderation'
import { CaseHistory } from './case-history'
import { CaseThread } from './case-thread'
import { ClaimNotice } from './claim-notice'
import { Answered, CommentPlace, DeskComment, Findings, StandingLine } from './desk-comment'
import { DeskHeader } from './desk-header'
import { LatestComments } from './latest-comments'
import { MatchedWords } from './matched-words'
import { nameOf } from './name-of'
import { PersonCard } from './person-card'
import { PickAtDeskForm } from './pick-at-desk-form'
import { ReportList } from './report-list'
import { VerdictForm } from './verdict-form'

type Props = {
  actor: MemberActor
  found: Case
  /** Those that are offered. */
  reasons: GivenReason[]
  said: ReactNode
  /** A colleague's, who has it open too. */
  claim: Claim | undefined
}

/** One comment with all that a moderator can know of it, and all that can be done about it. */
export function CasePage({ actor, found, reasons, said, claim }: Props) {
  const { comment, person, latest, reports, history } = found
  return (
    <main id="text" className="desk desk-case">
      <DeskHeader actor={actor} />
      <h1 dir="auto">{words.case.title(nameOf(comment))}</h1>
      {said}
      {claim && <ClaimNotice claim={claim} />}
      <CommentPlace comment={comment} />
      <p>
        <a href={conversationPath(comment.slug)}>{conversationWords.article}</a>
      </p>
      <StandingLine comment={comment} />
      <Findings comment={comment} />
      <Answered comment={comment} />
      <DeskComment comment={comment} />
      <MatchedWords comment={comment} />
      <Decide {...{ actor, found, reasons }} />
      <PickHere {...{ actor, found }} />
      {reports.length > 0 ? <ReportList reports={reports} level="h2" /> : <p>{words.reports.none}</p>}
      {person && <PersonCard person={person} about={comment.id} level="h2" />}
      <p className="case-origin">
        <a href={cleanUpPath({ reach: comment.isGuest ? 'browser' : 'network', commentId: comment.id })}>
          {cleanUpWords.nav}
        </a>{' '}
        · <a href={blocksPath({ comment: comment.id })}>{blockWords.networkNav}</a>
      </p>
      <LatestComments comments={latest} />
      <CaseThread found={found} />
      <CaseHistory comment={comment} history={history} />
    </main>
  )
}

function Decide({ actor, found: { comment, reports, history }, reasons }: Omit<Props, 'said' | 'claim'>) {
  const open = reports.filter(({ outcome }) => outcome === null)
  const verdicts = verdictsFor(comment.standing, open.length, comment.decidedAt !== null)
  if (verdicts.length === 0) return <p className="notice">{words.verdict.deleted}</p>
  if (comment.memberId === actor.id && actor.rank !== 'admin') return <p className="notice">{words.verdict.own}</p>
  return (
    <VerdictForm
      // Anew after each decision, so that nothing of the last one stays in its fields.
      key={history.length}
      commentId={comment.id}
      seenAs={comment.standing}
      seenEdit={comment.editedAt?.getTime() ?? 0}
      verdicts={verdicts}
      reasons={reasons}
      name={nameOf(comment)}
      back={casePath(comment.id)}
    />
  )
}

function PickHere({ actor, found: { comment, history } }: Pick<Props, 'actor' | 'found'>) {
  if (comment.standing !== 'visible' || comment.memberId === actor.id || !may(actor, 'comment.pick')) return null
  return (
    <PickAtDeskForm key={history.length} commentId={comment.id} isPicked={comment.isPicked} name={nameOf(comment)} />
  )
}
