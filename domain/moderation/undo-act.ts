import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags } from '@/db/invalidate'
import { countVisible, findComment } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import {
  type DecisionOfAct,
  findLastJudgement,
  listDecisionsOfAct,
  type StoodAs,
  updateReportsOpen,
  updateStandingBack,
} from '@/db/queries/undo'
import { newId } from '@/lib/new-id'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { settleAppeals } from '../statement/state-decision'
import { mostAtOnce } from './decide-many'
import { type Deciding, mayDecide } from './decision-steps'
import { inBatches } from './in-batches'
import { seenAs } from './reasons'

export const undoInput = z.object({ actId: z.uuid() })

const undoMinutes = 10

/** What was decided before this moment is decided. */
export const undoableSince = (now: Date) => new Date(now.getTime() - undoMinutes * 60_000)

/**
 * Takes back what the same moderator decided in one go, for ten minutes: each comment stands as it stood, its reports
 * are open again, and the counts are what they were. The number that a thread was given stays its own, since it is never
 * given again. What somebody decided, or its author deleted, meanwhile is left.
 */
export async function undoAct(actor: Actor, { actId }: z.infer<typeof undoInput>, now = new Date()) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  const decisions = await listDecisionsOfAct(actId, mostAtOnce)
  const [first] = decisions
  if (!first || first.actorId !== actor.id || first.kind === 'undo-decision') return refuse('no-such-act')
  if (first.createdAt <= undoableSince(now)) return refuse('undo-time-over')

  const by = { actor, actId: newId() }
  const judged = decisions.flatMap(({ commentId, ...one }) => (commentId ? [{ commentId, ...one }] : []))
  const outcomes = await inBatches(judged, (one, tx) => undoOne({ ...by, tx }, one, now))
  const left = outcomes.flatMap(({ commentId, outcome }) =>
    outcome.ok ? [] : [{ commentId, refusal: outcome.refusal }],
  )
  return done({ actId: by.actId, decided: outcomes.length - left.length, left, commentIds: outcomes.map(idOf) })
}

const idOf = ({ commentId }: { commentId: string }) => commentId

type Judged = DecisionOfAct & { commentId: string }

async function undoOne({ actor, actId, tx }: Deciding, decision: Judged, now: Date) {
  const comment = await findComment(decision.commentId, tx, true)
  if (!comment) return refuse('no-such-comment')
  const last = await findLastJudgement(comment.id, tx)
  const { standing } = stoodAfter.parse(decision.after)
  if (last?.id !== decision.id || comment.standing !== standing) return refuse('already-moved')

  const before = stoodBefore.parse(decision.before)
  await updateStandingBack(comment.id, before, tx)
  await recount(comment, before, tx)
  if (comment.standing === 'hidden') await settleAppeals(comment, 'restore-comment', now, tx)
  await updateReportsOpen(comment.id, decision.createdAt, tx)
  await insertDecision(
    {
      kind: 'undo-decision',
      commentId: comment.id,
      articleId: comment.articleId,
      memberId: comment.memberId,
      actorId: actor.id,
      actorRank: actor.rank,
      actId,
      before: { standing },
      after: { standing: before.standing },
      createdAt: now,
    },
    tx,
  )
  return done({ id: comment.id })
}

const moment = z.iso.datetime().transform((text) => new Date(text))

const stoodAfter = z.object({ standing: seenAs })
const stoodBefore = z.object({
  standing: seenAs,
  heldBecause: z.custom<StoodAs['heldBecause']>(),
  hiddenBecause: z.string().nullable(),
  visibleAt: moment.nullable(),
  movedAt: moment.nullable(),
  decidedAt: moment.nullable(),
})

type Found = NonNullable<Awaited<ReturnType<typeof findComment>>>

async function recount(comment: Found, before: StoodAs, tx: Tx) {
  if (comment.standing === before.standing) return
  if (before.standing === 'visible') await countVisible(comment, 1, tx)
  if (comment.standing === 'visible') await countVisible(comment, -1, tx)
  const named = [tags.comments(comment.articleId), tags.counts(comment.articleId)]
  await invalidate(tx, named, comment.standing === 'visible' ? 'conceal' : 'now')
}
