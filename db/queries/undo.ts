import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, decision, member, report } from '../schema'

// What was decided in one go, and how it is taken back.

/** What a moderator decides about a comment, and that it was taken back. */
const judgements = [
  'approve-comment',
  'hide-comment',
  'restore-comment',
  'dismiss-reports',
  'undo-decision',
  'overturn-decision',
  'hold-comment',
] as const

/** The decisions of one act, the first first. */
export async function listDecisionsOfAct(actId: string, limit: number, on: Db = db) {
  return on
    .select({
      id: decision.id,
      kind: decision.kind,
      commentId: decision.commentId,
      actorId: decision.actorId,
      before: decision.before,
      after: decision.after,
      createdAt: decision.createdAt,
    })
    .from(decision)
    .where(eq(decision.actId, actId))
    .orderBy(asc(decision.createdAt), asc(decision.id))
    .limit(limit)
}

export type DecisionOfAct = Awaited<ReturnType<typeof listDecisionsOfAct>>[number]

/** What one act was: its first decision, who made it, and how many it made. */
export async function findAct(actId: string, on: Db = db) {
  const [first] = await on
    .select({
      kind: decision.kind,
      actorId: decision.actorId,
      actorName: member.name,
      createdAt: decision.createdAt,
      decisions: sql<number>`(select count(*)::int from ${decision} one where one.act_id = ${actId})`,
    })
    .from(decision)
    .leftJoin(member, eq(member.id, decision.actorId))
    .where(eq(decision.actId, actId))
    .orderBy(asc(decision.createdAt), asc(decision.id))
    .limit(1)
  return first
}

/** The latest judgement of a comment. */
export async function findLastJudgement(commentId: string, on: Db = db) {
  const [last] = await on
    .select({ id: decision.id, actorId: decision.actorId })
    .from(decision)
    .where(and(eq(decision.commentId, commentId), inArray(decision.kind, [...judgements])))
    .orderBy(desc(decision.createdAt), desc(decision.id))
    .limit(1)
  return last
}

/** How a comment stood, as far as a decision changes it. */
export type StoodAs = Pick<
  typeof comment.$inferSelect,
  'standing' | 'heldBecause' | 'hiddenBecause' | 'visibleAt' | 'movedAt' | 'decidedAt'
>

export async function updateStandingBack(id: string, before: StoodAs, tx: Tx) {
  await tx.update(comment).set(before).where(eq(comment.id, id))
}

/** Opens the reports of a comment again that were decided at this moment. */
export async function updateReportsOpen(commentId: string, decidedAt: Date, tx: Tx) {
  await tx
    .update(report)
    .set({ outcome: null, decidedAt: null })
    .where(and(eq(report.commentId, commentId), eq(report.decidedAt, decidedAt)))
}

/** Locks these comments, in one order, until the transaction ends; says under which article each is. */
export async function lockComments(ids: string[], tx: Tx) {
  return tx
    .select({ id: comment.id, articleId: comment.articleId })
    .from(comment)
    .where(inArray(comment.id, ids))
    .orderBy(asc(comment.id))
    .limit(ids.length)
    .for('update')
}
