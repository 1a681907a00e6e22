import { and, asc, eq } from 'drizzle-orm'
import { newId } from '@/lib/new-id'
import { type Db, db, type Tx } from '../client'
import { invalidate, tags } from '../invalidate'
import { decision, member, reason } from '../schema'
import { givenReason } from './reasons'

/**
 * Writes a line of the log, in the transaction of what it tells, and answers with its key. Lines about comments are public:
 * whoever writes one makes the pages of the public log anew.
 */
export async function insertDecision({ id = newId(), ...values }: typeof decision.$inferInsert, tx: Tx) {
  await tx.insert(decision).values({ id, ...values })
  if (values.commentId) await invalidate(tx, [tags.moderationLog], 'soon')
  return id
}

/** Whether a person has decided about a comment. */
export async function hasDecision(commentId: string, on: Db = db) {
  const [found] = await on
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.commentId, commentId), eq(decision.isAutomatic, false)))
    .limit(1)
  return found !== undefined
}

/** All decisions about one comment, the first first. */
export async function listDecisions({ commentId }: { commentId: string }, on: Db = db) {
  return on
    .select({
      id: decision.id,
      kind: decision.kind,
      reason: givenReason,
      note: decision.note,
      actorId: decision.actorId,
      actorName: member.name,
      isAutomatic: decision.isAutomatic,
      actId: decision.actId,
      before: decision.before,
      after: decision.after,
      createdAt: decision.createdAt,
    })
    .from(decision)
    .leftJoin(member, eq(member.id, decision.actorId))
    .leftJoin(reason, eq(reason.code, decision.reason))
    .where(eq(decision.commentId, commentId))
    .orderBy(asc(decision.createdAt), asc(decision.id))
    .limit(200)
}

/** All decisions that concern one member, the first first. */
export async function listDecisionsAbout(memberId: string, on: Db = db) {
  return on
    .select({
      id: decision.id,
      kind: decision.kind,
      reason: decision.reason,
      note: decision.note,
      createdAt: decision.createdAt,
    })
    .from(decision)
    .where(eq(decision.memberId, memberId))
    .orderBy(asc(decision.createdAt), asc(decision.id))
    .limit(200)
}
