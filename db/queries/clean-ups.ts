import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { cleanUp, cleanUpComment, comment, decision, member, reason, report } from '../schema'
import { givenReason } from './reasons'

// What hides, and shows again, many comments in one act.

/** Whose comments a clean-up takes, and of which time. */
export type Swath = {
  reach: (typeof cleanUp.$inferSelect)['reach']
  memberId?: string | undefined
  commentId?: string | undefined
  since: Date
  until: Date
}

/** Who is meant by a swath: an account, or the browser or network that a comment came from. Nothing where that is unknown. */
async function whose({ reach, memberId, commentId }: Swath, on: Db) {
  if (reach === 'account') return memberId ? eq(comment.memberId, memberId) : undefined
  const [of] = commentId
    ? await on
        .select({ guestKey: comment.guestKey, senderHash: comment.senderHash })
        .from(comment)
        .where(eq(comment.id, commentId))
        .limit(1)
    : []
  if (reach === 'browser') return of?.guestKey ? eq(comment.guestKey, of.guestKey) : undefined
  return of?.senderHash ? eq(comment.senderHash, of.senderHash) : undefined
}

/**
 * The comments of a swath that are not hidden or deleted yet, article by article. Never those of whoever cleans up, and of the
 * staff only where their account is meant.
 */
export async function listSwath(swath: Swath, notOf: string, limit: number, on: Db = db) {
  const isTheirs = await whose(swath, on)
  if (!isTheirs) return []
  const isMeant = swath.reach === 'account' ? undefined : or(isNull(member.id), eq(member.rank, 'member'))
  return on
    .select({ id: comment.id, articleId: comment.articleId, standing: comment.standing })
    .from(comment)
    .leftJoin(member, eq(member.id, comment.memberId))
    .where(
      and(
        isTheirs,
        gte(comment.createdAt, swath.since),
        lte(comment.createdAt, swath.until),
        inArray(comment.standing, ['visible', 'held']),
        sql`${comment.memberId} is distinct from ${notOf}`,
        isMeant,
      ),
    )
    .orderBy(asc(comment.articleId), asc(comment.id))
    .limit(limit)
}

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

export async function insertDecisions(rows: (typeof decision.$inferInsert)[], tx: Tx) {
  if (rows.length > 0) await tx.insert(decision).values(rows)
}

export async function insertCleanUpComments(rows: (typeof cleanUpComment.$inferInsert)[], tx: Tx) {
  await tx.insert(cleanUpComment).values(rows)
}

const whole = {
  id: cleanUp.id,
  reach: cleanUp.reach,
  memberId: cleanUp.memberId,
  commentId: cleanUp.commentId,
  since: cleanUp.since,
  until: cleanUp.until,
  note: cleanUp.note,
  createdAt: cleanUp.createdAt,
  undoneAt: cleanUp.undoneAt,
}

export async function findCleanUp(id: string, on: Db = db) {
  const [found] = await on
    .select({ ...whole, reason: givenReason, actorName: member.name })
    .from(cleanUp)
    .innerJoin(reason, eq(reason.code, cleanUp.reason))
    .leftJoin(member, eq(member.id, cleanUp.actorId))
    .where(eq(cleanUp.id, id))
    .limit(1)
  return found
}

/** How many comments a clean-up hid, and what became of them. */
export async function countCleanUp(id: string, on: Db = db) {
  const countOf = (outcome: 'restored' | 'left') =>
    sql<number>`(count(*) filter (where ${cleanUpComment.outcome} = ${outcome}))::int`
  const [counted] = await on
    .select({ hidden: sql<number>`count(*)::int`, restored: countOf('restored'), left: countOf('left') })
    .from(cleanUpComment)
    .where(eq(cleanUpComment.cleanUpId, id))
  return counted ?? { hidden: 0, restored: 0, left: 0 }
}

export async function listIdsOfCleanUp(id: string, limit: number, on: Db = db) {
  const rows = await on
    .select({ id: cleanUpComment.commentId })
    .from(cleanUpComment)
    .where(eq(cleanUpComment.cleanUpId, id))
    .orderBy(desc(cleanUpComment.commentId))
    .limit(limit)
  return rows.map((row) => row.id)
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

/** Of these comments those about which somebody decided after the clean-up. What was done about their author is no such decision. */
export async function listDecidedSince(ids: string[], ownLines: string[], since: Date, on: Db = db) {
  const rows = await on
    .selectDistinct({ id: sql<string>`${decision.commentId}` })
    .from(decision)
    .where(
      and(
        inArray(decision.commentId, ids),
        gte(decision.createdAt, since),
        notInArray(decision.id, ownLines),
        ne(decision.isAutomatic, true),
        notInArray(decision.kind, [...aboutOthers]),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

const aboutOthers = [
  'warn-member',
  'premoderate-member',
  'mute-member',
  'ban-member',
  'lift-sanction',
  'enter-block',
  'lift-block',
  'count-reactions',
] as const

export async function setOutcome(cleanUpId: string, ids: string[], outcome: 'restored' | 'left', tx: Tx) {
  if (ids.length === 0) return
  await tx
    .update(cleanUpComment)
    .set({ outcome })
    .where(and(eq(cleanUpComment.cleanUpId, cleanUpId), inArray(cleanUpComment.commentId, ids)))
}

/** The clean-ups of the last day that can be undone still, of one account. */
export async function listUndoable(memberId: string, since: Date, on: Db = db) {
  return on
    .select({ id: cleanUp.id, createdAt: cleanUp.createdAt })
    .from(cleanUp)
    .where(and(gt(cleanUp.createdAt, since), eq(cleanUp.memberId, memberId), isNull(cleanUp.undoneAt)))
    .orderBy(desc(cleanUp.createdAt))
    .limit(20)
}
