import type { Tx } from '@/db/client'
import { invalidate, tags } from '@/db/invalidate'
import { countVisible, findComment, moveComment, takeRootNo } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { findEditedAt } from '@/db/queries/desk-comments'
import { findAnswered } from '@/db/queries/notifications'
import { isReasonOffered } from '@/db/queries/reasons'
import { newId } from '@/lib/new-id'
import { type Actor, type MemberActor, may } from '../actor'
import { tellOfReply } from '../notification/tell-of-reply'
import { done, refuse } from '../outcome'
import { closeReports } from '../report/close-reports'
import { noteDomains } from '../screening/note-domains'
import { settleAppeals, stateDecision, whatIsKnown } from '../statement/state-decision'
import type { Standing } from './reasons'

// What each decision about one comment does, in a transaction that may hold others too. Whoever calls has asked
// `mayDecide`.

/** Who decides, in which transaction, and the key of all that is decided in one go. */
export type Deciding = { actor: MemberActor; actId: string; tx: Tx }

type Dismissal = { commentId: string; seenEdit?: number | undefined; note: string }
type Verdict = Dismissal & { seenAs: Standing }

/** Whose voice is taken away does not judge others' either. */
export function mayDecide(actor: Actor): actor is MemberActor {
  return actor.id !== null && may(actor, 'comment.decide')
}

export const approveIn = (by: Deciding, input: Verdict, now: Date) =>
  input.seenAs === 'visible'
    ? letStand(by, input, now)
    : decide(by, input, { kind: 'approve-comment', from: ['held'], to: 'visible' }, now)

export const hideIn = (by: Deciding, input: Verdict & { reason: string }, now: Date) =>
  decide(by, input, { kind: 'hide-comment', from: ['held', 'visible'], to: 'hidden', reason: input.reason }, now)

export const restoreIn = (by: Deciding, input: Verdict, now: Date) =>
  decide(by, input, { kind: 'restore-comment', from: ['hidden'], to: 'visible' }, now)

export async function dismissIn(by: Deciding, input: Dismissal, now: Date) {
  const found = await findToDecide(by, input)
  if (!found.ok) return found
  const comment = found.value
  const known = await whatIsKnown(comment, undefined, by.tx)
  const reports = await closeReports(comment.id, 'dismissed', now, by.tx)
  if (reports === 0) return refuse('already-moved')
  await log(by, { kind: 'dismiss-reports', note: input.note, ...known }, comment, comment.standing, now)
  return done({ id: comment.id, slug: comment.slug, actId: by.actId })
}

/** Of a comment that readers see, and that nobody has judged: it stays, and whoever reported it is told so. */
async function letStand(by: Deciding, input: Verdict, now: Date) {
  const found = await findToDecide(by, input)
  if (!found.ok) return found
  const comment = found.value
  if (comment.standing !== 'visible' || comment.decidedAt) return refuse('already-moved')
  const known = await whatIsKnown(comment, undefined, by.tx)
  await closeReports(comment.id, 'dismissed', now, by.tx)
  await log(by, { kind: 'approve-comment', note: input.note, ...known }, comment, 'visible', now)
  return done({ id: comment.id, slug: comment.slug, actId: by.actId })
}

type Step = {
  kind: 'approve-comment' | 'hide-comment' | 'restore-comment' | 'overturn-decision'
  from: Verdict['seenAs'][]
  to: 'visible' | 'hidden'
  reason?: string
  /** What the line says of an appeal that succeeded. */
  said?: { answer: string; against: string; appealedAt: string }
}

type OnAppeal = { commentId: string } & NonNullable<Step['said']>

/** Reverses a decision on appeal, in the transaction of who decided about that, whether they moderate otherwise or not. */
export function restoreOnAppeal(tx: Tx, actor: MemberActor, { commentId, ...said }: OnAppeal, now: Date) {
  const step: Step = { kind: 'overturn-decision', from: ['hidden'], to: 'visible', said }
  return decide({ actor, actId: newId(), tx }, { commentId, seenAs: 'hidden', note: '' }, step, now)
}

async function decide(by: Deciding, input: Verdict, step: Step, now: Date) {
  const { commentId, seenAs, note } = input
  const { tx } = by
  if (!step.from.includes(seenAs)) return refuse('already-moved')
  const found = await findToDecide(by, input)
  if (!found.ok) return found
  const comment = found.value
  if (step.reason !== undefined && !(await isReasonOffered(step.reason, 'moderator', tx)))
    return refuse('no-such-reason')

  const known = await whatIsKnown(comment, step.reason, tx)
  await moveComment(
    {
      id: commentId,
      seenAs,
      to: step.to,
      hiddenBecause: step.reason ?? null,
      ...(await numbered(comment, step, tx)),
    },
    now,
    tx,
  )
  if (step.to === 'visible') {
    await countVisible(comment, 1, tx)
    await noteDomains(comment.text, now, tx)
    if (comment.parentId) await tellOfReply(comment, await findAnswered(comment.parentId, tx), now, tx)
  }
  if (seenAs === 'visible') await countVisible(comment, -1, tx)
  await closeReports(commentId, step.to === 'hidden' ? 'upheld' : 'dismissed', now, tx)
  const settled = await settleAppeals(comment, step.kind, now, tx)
  const after = { ...known.after, ...settled, ...step.said }
  const decisionId = await log(by, { ...step, note, ...known, after }, comment, step.to, now)
  await stateDecision(comment, decisionId, step.kind, now, tx)
  await invalidate(
    tx,
    [tags.comments(comment.articleId), tags.counts(comment.articleId)],
    step.to === 'hidden' ? 'conceal' : 'now',
  )
  return done({ id: comment.id, slug: comment.slug, actId: by.actId })
}

/** The comment, locked, where it still stands and reads as the moderator saw it. */
async function findToDecide({ actor, tx }: Deciding, input: Dismissal & { seenAs?: Verdict['seenAs'] }) {
  const comment = await findComment(input.commentId, tx, true)
  if (!comment) return refuse('no-such-comment')
  if (input.seenAs && comment.standing !== input.seenAs) return refuse('already-moved')
  if (isOwn(actor, comment)) return refuse('own-comment')
  if (await wasRewritten(input, tx)) return refuse('rewritten')
  return done(comment)
}

/** Moderators leave their own comments to a colleague; an admin may be the only one there is. */
const isOwn = (actor: MemberActor, comment: Found) => actor.rank !== 'admin' && comment.memberId === actor.id

/** A harmless text must not be let through and turn out to be another. */
async function wasRewritten({ commentId, seenEdit }: Dismissal, tx: Tx) {
  return seenEdit !== undefined && ((await findEditedAt(commentId, tx))?.getTime() ?? 0) !== seenEdit
}

type Found = NonNullable<Awaited<ReturnType<typeof findComment>>>

/** A first-level comment gets its number when readers first see something of it. */
async function numbered(comment: Found, step: Step, tx: Tx) {
  const isFirstSeen = comment.depth === 0 && comment.rootNo === null && step.to === 'visible'
  return isFirstSeen ? { rootNo: await takeRootNo(comment.articleId, tx) } : {}
}

type Logged = {
  kind: Step['kind'] | 'dismiss-reports'
  reason?: string
  note: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

async function log({ actor, actId, tx }: Deciding, what: Logged, comment: Found, to: string, now: Date) {
  const { standing, heldBecause, hiddenBecause, visibleAt, movedAt, decidedAt } = comment
  return insertDecision(
    {
      kind: what.kind,
      commentId: comment.id,
      articleId: comment.articleId,
      memberId: comment.memberId,
      actorId: actor.id,
      actorRank: actor.rank,
      reason: what.reason ?? null,
      note: what.note,
      // What was granted on appeal is not undone.
      actId: what.kind === 'overturn-decision' ? null : actId,
      // All that an undoing puts back; the reports that were decided with it have its moment.
      before: { standing, heldBecause, hiddenBecause, visibleAt, movedAt, decidedAt, ...what.before },
      after: { standing: to, ...what.after },
      createdAt: now,
    },
    tx,
  )
}
