import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { countVisible, findComment, moveComment, takeRootNo } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { findEditedAt } from '@/db/queries/desk-comments'
import { findAnswered } from '@/db/queries/notifications'
import { isReasonOffered } from '@/db/queries/reasons'
import { type Actor, type MemberActor, may } from '../actor'
import { tellOfReply } from '../notification/tell-of-reply'
import { done, refuse } from '../outcome'
import { closeReports } from '../report/close-reports'
import { noteDomains } from '../screening/note-domains'
import { settleAppeals, stateDecision, whatIsKnown } from '../statement/state-decision'
import { note, reason, seenAs } from './reasons'

/** When the text that the moderator read was last changed, in milliseconds; 0 for one that never was. */
const seenEdit = z.coerce.number().int().min(0).optional()

const verdict = z.object({ commentId: z.uuid(), seenAs, seenEdit, note })

export const approveInput = verdict
export const hideInput = verdict.extend({ reason })
export const restoreInput = verdict
export const dismissInput = z.object({ commentId: z.uuid(), seenEdit, note })

type Verdict = z.infer<typeof verdict>

/** Lets readers see a held comment. */
export async function approveComment(actor: Actor, input: Verdict, now = new Date()) {
  return decide(actor, input, { kind: 'approve-comment', from: ['held'], to: 'visible' }, now)
}

/** Takes a comment out of readers' sight; what stays is a placeholder with the reason. */
export async function hideComment(actor: Actor, input: Verdict & { reason: string }, now = new Date()) {
  return decide(
    actor,
    input,
    { kind: 'hide-comment', from: ['held', 'visible'], to: 'hidden', reason: input.reason },
    now,
  )
}

/** Shows a hidden comment again. */
export async function restoreComment(actor: Actor, input: Verdict, now = new Date()) {
  return decide(actor, input, { kind: 'restore-comment', from: ['hidden'], to: 'visible' }, now)
}

/** Leaves a reported comment as it is, and tells its reporters so. */
export async function dismissReports(actor: Actor, input: z.infer<typeof dismissInput>, now = new Date()) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const comment = await findComment(input.commentId, tx, true)
    if (!comment) return refuse('no-such-comment')
    if (isOwn(actor, comment)) return refuse('own-comment')
    if (await wasRewritten(input, tx)) return refuse('rewritten')
    const known = await whatIsKnown(comment, undefined, tx)
    const reports = await closeReports(comment.id, 'dismissed', now, tx)
    if (reports === 0) return refuse('already-moved')
    await log(actor, { kind: 'dismiss-reports', note: input.note, ...known }, comment, comment.standing, now, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

type Step = {
  kind: 'approve-comment' | 'hide-comment' | 'restore-comment' | 'overturn-decision'
  from: Verdict['seenAs'][]
  to: 'visible' | 'hidden'
  reason?: string
  /** What the line says of an appeal that succeeded. */
  said?: { answer: string; against: string; appealedAt: string }
}

async function decide(actor: Actor, input: Verdict, step: Step, now: Date) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  if (!step.from.includes(input.seenAs)) return refuse('already-moved')
  return transact((tx) => decideIn(tx, actor, input, step, now))
}

type OnAppeal = { commentId: string } & NonNullable<Step['said']>

/** Reverses a decision on appeal, in the transaction of who decided about that, whether they moderate otherwise or not. */
export function restoreOnAppeal(tx: Tx, actor: MemberActor, { commentId, ...said }: OnAppeal, now: Date) {
  const step: Step = { kind: 'overturn-decision', from: ['hidden'], to: 'visible', said }
  return decideIn(tx, actor, { commentId, seenAs: 'hidden', note: '' }, step, now)
}

async function decideIn(tx: Tx, actor: MemberActor, input: Verdict, step: Step, now: Date) {
  const { commentId, seenAs, note } = input
  const comment = await findComment(commentId, tx, true)
  if (!comment) return refuse('no-such-comment')
  if (comment.standing !== seenAs) return refuse('already-moved')
  if (isOwn(actor, comment)) return refuse('own-comment')
  if (await wasRewritten(input, tx)) return refuse('rewritten')
  if (step.reason !== undefined && !(await isReasonOffered(step.reason, 'moderator', tx)))
    return refuse('no-such-reason')

  const known = await whatIsKnown(comment, step.reason, tx)
  await moveComment(
    { id: commentId, seenAs, to: step.to, hiddenBecause: step.reason ?? null, ...(await numbered(comment, step, tx)) },
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
  const decisionId = await log(actor, { ...step, note, ...known, after }, comment, step.to, now, tx)
  await stateDecision(comment, decisionId, step.kind, now, tx)
  await invalidate(
    tx,
    [tags.comments(comment.articleId), tags.counts(comment.articleId)],
    step.to === 'hidden' ? 'conceal' : 'now',
  )
  return done({ id: comment.id, slug: comment.slug })
}

/** Whose voice is taken away does not judge others' either. */
function mayDecide(actor: Actor): actor is MemberActor {
  return actor.id !== null && may(actor, 'comment.decide')
}

/** Moderators leave their own comments to a colleague; an admin may be the only one there is. */
const isOwn = (actor: MemberActor, comment: Found) => actor.rank !== 'admin' && comment.memberId === actor.id

/** A harmless text must not be let through and turn out to be another. */
async function wasRewritten({ commentId, seenEdit }: Pick<Verdict, 'commentId' | 'seenEdit'>, tx: Tx) {
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

async function log(actor: MemberActor, what: Logged, comment: Found, to: string, now: Date, tx: Tx) {
  const { kind, reason = null, note, before, after } = what
  return insertDecision(
    {
      kind,
      commentId: comment.id,
      articleId: comment.articleId,
      memberId: comment.memberId,
      actorId: actor.id,
      actorRank: actor.rank,
      reason,
      note,
      before: { standing: comment.standing, ...before },
      after: { standing: to, ...after },
      createdAt: now,
    },
    tx,
  )
}
