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
    const reports = await closeReports(comment.id, 'dismissed', now, tx)
    if (reports === 0) return refuse('already-moved')
    await log(actor, { kind: 'dismiss-reports', note: input.note }, comment, comment.standing, now, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

type Step = {
  kind: 'approve-comment' | 'hide-comment' | 'restore-comment'
  from: Verdict['seenAs'][]
  to: 'visible' | 'hidden'
  reason?: string
}

async function decide(actor: Actor, input: Verdict, step: Step, now: Date) {
  const { commentId, seenAs, note } = input
  if (!mayDecide(actor)) return refuse('not-allowed')
  if (!step.from.includes(seenAs)) return refuse('already-moved')

  return transact(async (tx) => {
    const comment = await findComment(commentId, tx, true)
    if (!comment) return refuse('no-such-comment')
    if (comment.standing !== seenAs) return refuse('already-moved')
    if (isOwn(actor, comment)) return refuse('own-comment')
    if (await wasRewritten(input, tx)) return refuse('rewritten')
    if (step.reason !== undefined && !(await isReasonOffered(step.reason, 'moderator', tx)))
      return refuse('no-such-reason')

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
    await log(actor, { ...step, note }, comment, step.to, now, tx)
    await invalidate(
      tx,
      [tags.comments(comment.articleId), tags.counts(comment.articleId)],
      step.to === 'hidden' ? 'conceal' : 'now',
    )
    return done({ id: comment.id, slug: comment.slug })
  })
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

async function log(
  actor: MemberActor,
  what: { kind: Step['kind'] | 'dismiss-reports'; reason?: string; note: string },
  comment: Found,
  to: string,
  now: Date,
  tx: Tx,
) {
  await insertDecision(
    {
      kind: what.kind,
      commentId: comment.id,
      articleId: comment.articleId,
      memberId: comment.memberId,
      actorId: actor.id,
      actorRank: actor.rank,
      reason: what.reason ?? null,
      note: what.note,
      before: { standing: comment.standing },
      after: { standing: to },
      createdAt: now,
    },
    tx,
  )
}
