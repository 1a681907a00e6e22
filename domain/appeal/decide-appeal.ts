import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { findAppeal, listModeratorIds, updateAppealDecided } from '@/db/queries/appeals'
import { findComment } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { type Actor, type MemberActor, may } from '../actor'
import { restoreOnAppeal } from '../moderation/decision-steps'
import { done, refuse } from '../outcome'
import { tellAuthor } from '../statement/tell-author'
import type { appealDecision } from './appeal-input'
import { whyNotTheirs } from './whose-turn'

type Decided = z.infer<typeof appealDecision>

/** Decides an appeal: the comment stays removed, or is restored in the same transaction. Its author is told, and why. */
export async function decideAppeal(actor: Actor, input: Decided, now = new Date()) {
  if (actor.id === null || !may(actor, 'appeal.decide')) return refuse('not-allowed')
  return transact(async (tx) => {
    const appeal = await findLocked(input.appealId, tx)
    if (!appeal) return refuse('no-such-appeal')
    if (appeal.outcome === 'taken-back') return refuse('taken-back')
    if (appeal.outcome) return refuse('already-decided')
    const whyNot = whyNotTheirs(actor, appeal, await listModeratorIds(now, tx))
    if (whyNot) return refuse(whyNot)
    const carriedOut = await carryOut(actor, appeal, input, now, tx)
    if (!carriedOut.ok) return refuse('cannot-restore')
    const { outcome, answer } = input
    await updateAppealDecided(appeal.id, { outcome, answer, decidedBy: actor.id }, now, tx)
    return done({ id: appeal.id })
  })
}

/** The comment first, as whoever decides about that locks it: of two at once the second sees what the first did. */
async function findLocked(id: string, tx: Tx) {
  const found = await findAppeal(id, tx)
  return found && (await findComment(found.commentId, tx, true)) && findAppeal(id, tx, true)
}

type Found = NonNullable<Awaited<ReturnType<typeof findAppeal>>>

async function carryOut(actor: MemberActor, appeal: Found, { outcome, answer }: Decided, now: Date, tx: Tx) {
  const { commentId } = appeal
  const said = { answer, against: appeal.decisionId, appealedAt: appeal.createdAt.toISOString() }
  if (outcome === 'overturned') return restoreOnAppeal(tx, actor, { commentId, ...said }, now)
  const decisionId = await insertDecision(
    {
      kind: 'uphold-decision',
      commentId,
      articleId: appeal.articleId,
      memberId: appeal.memberId,
      actorId: actor.id,
      actorRank: actor.rank,
      reason: appeal.reason,
      before: { standing: 'hidden' },
      after: { standing: 'hidden', ...said },
      createdAt: now,
    },
    tx,
  )
  await tellAuthor({ id: commentId, memberId: appeal.memberId }, decisionId, now, tx)
  return done({ id: commentId })
}
