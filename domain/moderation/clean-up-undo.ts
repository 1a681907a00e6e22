import type { Tx } from '@/db/client'
import { invalidate, transact } from '@/db/invalidate'
import {
  countManyVisible,
  insertDecisions,
  type Locked,
  lockComments,
  markUndone,
  reopenReports,
  setOutcome,
  showMany,
  takeUndecided,
} from '@/db/queries/clean-up-changes'
import { findCleanUp, listDecidedSince } from '@/db/queries/clean-ups'
import { insertDecision } from '@/db/queries/decisions'
import { newId } from '@/lib/new-id'
import type { Actor, MemberActor } from '../actor'
import { done, refuse } from '../outcome'
import { stateRestorings } from '../statement/state-decision'
import { batchSize, mayCleanUp, tagsOf } from './clean-up'

const undoHours = 24

/** A clean-up that was made at this moment or before can't be undone any more. */
export const undoableSince = (now: Date) => new Date(now.getTime() - undoHours * 60 * 60_000)

/**
 * Lets comments stand where they stood before a clean-up, for a day: those that nobody has decided about since, and that
 * nobody has deleted. Their reports are open again. Where it was cut short, asking again goes on with the rest.
 */
export async function undoCleanUp(actor: Actor, { cleanUpId }: { cleanUpId: string }, now = new Date()) {
  if (!mayCleanUp(actor)) return refuse('not-allowed')
  const found = await findCleanUp(cleanUpId)
  if (!found) return refuse('no-such-clean-up')
  if (found.createdAt <= undoableSince(now)) return refuse('undo-time-over')
  await transact(async (tx) => {
    if (!(await markUndone(cleanUpId, now, tx))) return
    await insertDecision(
      {
        ...{ kind: 'undo-clean-up' as const, memberId: found.memberId, createdAt: now },
        ...{ actorId: actor.id, actorRank: actor.rank },
        before: { cleanUp: cleanUpId },
      },
      tx,
    )
  })
  let restored = 0
  for (;;) {
    const batch = await transact((tx) =>
      showSome(actor, { id: cleanUpId, at: found.createdAt, reason: found.reason.code }, now, tx),
    )
    restored += batch.restored
    if (batch.taken < batchSize) return done({ id: cleanUpId, restored })
  }
}

type Of = { id: string; at: Date; reason: string }

async function showSome(actor: MemberActor, cleanUp: Of, now: Date, tx: Tx) {
  const taken = await takeUndecided(cleanUp.id, batchSize, tx)
  if (taken.length === 0) return { taken: 0, restored: 0 }
  const ids = taken.map(({ id }) => id)
  const lines = taken.map(({ decisionId }) => decisionId)
  const rows = await lockComments(ids, tx)
  const decided = await listDecidedSince(ids, lines, cleanUp.at, tx)
  const free = rows.filter((row) => isAsItLeft(row, cleanUp.at) && !decided.has(row.id))
  const held = new Set(taken.flatMap(({ id, seenAs }) => (seenAs === 'held' ? [id] : [])))
  const [waiting, seen] = [free.filter(({ id }) => held.has(id)), free.filter(({ id }) => !held.has(id))]

  await showMany(idsOf(seen), 'visible', now, tx)
  await showMany(idsOf(waiting), 'held', now, tx)
  await reopenReports(idsOf(free), cleanUp.at, tx)
  const restored = free.map((row) => ({ ...row, decisionId: newId() }))
  await insertDecisions(
    restored.map(({ id, articleId, memberId, decisionId }) => ({
      ...{ id: decisionId, kind: 'restore-comment' as const, commentId: id, articleId, memberId, createdAt: now },
      ...{ actorId: actor.id, actorRank: actor.rank },
      before: { standing: 'hidden', hiddenBecause: cleanUp.reason },
      after: { standing: held.has(id) ? 'held' : 'visible', undoneCleanUp: cleanUp.id },
    })),
    tx,
  )
  await stateRestorings(restored, now, tx)
  await setOutcome(cleanUp.id, idsOf(free), 'restored', tx)
  await setOutcome(cleanUp.id, without(ids, free), 'left', tx)
  await countManyVisible(seen, 1, tx)
  if (free.length > 0) await invalidate(tx, tagsOf(free), 'now')
  return { taken: taken.length, restored: free.length }
}

/** Hidden by the clean-up, and not moved since. */
const isAsItLeft = ({ standing, movedAt }: Locked, at: Date) =>
  standing === 'hidden' && movedAt?.getTime() === at.getTime()

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

function without(ids: string[], rows: { id: string }[]) {
  const among = new Set(idsOf(rows))
  return ids.filter((id) => !among.has(id))
}
