import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { invalidate, tags } from '../invalidate'
import { cleanUp, cleanUpComment, comment, decision, report } from '../schema'

// What hides, and shows again, many comments in one act.

export async function insertCleanUp(values: typeof cleanUp.$inferInsert & { id: string }, tx: Tx) {
  await tx.insert(cleanUp).values(values)
}

/** Keeps a clean-up from being undone until the transaction ends. Says whether it has been already. */
export async function isUndone(id: string, tx: Tx) {
  const [found] = await tx.select({ undoneAt: cleanUp.undoneAt }).from(cleanUp).where(eq(cleanUp.id, id)).for('share')
  return found?.undoneAt != null
}

const moved = {
  id: comment.id,
  articleId: comment.articleId,
  rootId: comment.rootId,
  depth: comment.depth,
  standing: comment.standing,
  memberId: comment.memberId,
  movedAt: comment.movedAt,
}

/** These comments, locked in one order for whoever locks many. */
export async function lockComments(ids: string[], tx: Tx) {
  return tx.select(moved).from(comment).where(inArray(comment.id, ids)).orderBy(asc(comment.id)).for('update')
}

export type Locked = Awaited<ReturnType<typeof lockComments>>[number]

export async function hideMany(ids: string[], hiddenBecause: string, now: Date, tx: Tx) {
  await tx
    .update(comment)
    .set({ standing: 'hidden', hiddenBecause, movedAt: now, deletedFrom: null })
    .where(inArray(comment.id, ids))
}

/** Lets hidden comments stand where they stood. What readers saw before has its number still. */
export async function showMany(ids: string[], to: 'visible' | 'held', now: Date, tx: Tx) {
  if (ids.length === 0) return
  await tx.update(comment).set({ standing: to, hiddenBecause: null, movedAt: now }).where(inArray(comment.id, ids))
}

/**
 * Counts many comments in (`by` 1) or out (-1) of what readers can read. The counters of articles are locked before those of
 * roots, as by whoever counts one comment, and each kind in one order.
 */
export async function countManyVisible(rows: Locked[], by: 1 | -1, tx: Tx) {
  if (rows.length === 0) return
  await addTo(
    'article_count',
    'article_id',
    'comments',
    sums(
      rows.map(({ articleId }) => articleId),
      by,
    ),
    tx,
  )
  const roots = rows.flatMap(({ depth, rootId }) => (depth > 0 ? [rootId] : []))
  if (roots.length > 0) await addTo('comment_count', 'comment_id', 'replies', sums(roots, by), tx)
}

function sums(ids: string[], by: 1 | -1) {
  const found = new Map<string, number>()
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + by)
  return [...found].map(([id, n]) => ({ id, n }))
}

async function addTo(table: string, key: string, column: string, changes: { id: string; n: number }[], tx: Tx) {
  const [of, at, counter] = [sql.identifier(table), sql.identifier(key), sql.identifier(column)]
  await tx.execute(sql`
    with change as (select id, n from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given (id uuid, n integer)),
    locked as (select ${of}.${at} as id from ${of} where ${at} in (select id from change) order by ${at} for update)
    update ${of} set ${counter} = ${counter} + change.n from change, locked
    where change.id = locked.id and ${of}.${at} = change.id`)
}

export async function upholdReports(commentIds: string[], now: Date, tx: Tx) {
  await tx
    .update(report)
    .set({ outcome: 'upheld', decidedAt: now })
    .where(and(inArray(report.commentId, commentIds), isNull(report.outcome)))
}

/** Opens those again that were upheld at that moment. */
export async function reopenReports(commentIds: string[], upheldAt: Date, tx: Tx) {
  if (commentIds.length === 0) return
  await tx
    .update(report)
    .set({ outcome: null, decidedAt: null })
    .where(and(inArray(report.commentId, commentIds), eq(report.outcome, 'upheld'), eq(report.decidedAt, upheldAt)))
}

/** Lines about comments, which are public: the pages of the public log are made anew. */
export async function insertDecisions(rows: (typeof decision.$inferInsert & { id: string })[], tx: Tx) {
  if (rows.length === 0) return
  await tx.insert(decision).values(rows)
  await invalidate(tx, [tags.moderationLog], 'soon')
}

export async function insertCleanUpComments(rows: (typeof cleanUpComment.$inferInsert)[], tx: Tx) {
  await tx.insert(cleanUpComment).values(rows)
}

/** Notes that a clean-up is undone, once. Answers whether this was the time. */
export async function markUndone(id: string, now: Date, tx: Tx) {
  const rows = await tx
    .update(cleanUp)
    .set({ undoneAt: now })
    .where(and(eq(cleanUp.id, id), isNull(cleanUp.undoneAt)))
    .returning({ id: cleanUp.id })
  return rows.length > 0
}

/** Some of a clean-up's comments of which its undoing has not said yet what becomes of them. */
export async function takeUndecided(cleanUpId: string, limit: number, tx: Tx) {
  return tx
    .select({ id: cleanUpComment.commentId, seenAs: cleanUpComment.seenAs, decisionId: cleanUpComment.decisionId })
    .from(cleanUpComment)
    .where(and(eq(cleanUpComment.cleanUpId, cleanUpId), isNull(cleanUpComment.outcome)))
    .orderBy(asc(cleanUpComment.commentId))
    .limit(limit)
    .for('update')
}

export async function setOutcome(cleanUpId: string, ids: string[], outcome: 'restored' | 'left', tx: Tx) {
  if (ids.length === 0) return
  await tx
    .update(cleanUpComment)
    .set({ outcome })
    .where(and(eq(cleanUpComment.cleanUpId, cleanUpId), inArray(cleanUpComment.commentId, ids)))
}
