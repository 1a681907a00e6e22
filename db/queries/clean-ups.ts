import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { cleanUp, cleanUpComment, comment, decision, member, reason } from '../schema'
import { givenReason } from './reasons'

// What clean-ups would hide, and what became of those that were made.

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

/** The clean-ups of the last day that can be undone still, of one account. */
export async function listUndoable(memberId: string, since: Date, on: Db = db) {
  return on
    .select({ id: cleanUp.id, createdAt: cleanUp.createdAt })
    .from(cleanUp)
    .where(and(gt(cleanUp.createdAt, since), eq(cleanUp.memberId, memberId), isNull(cleanUp.undoneAt)))
    .orderBy(desc(cleanUp.createdAt))
    .limit(20)
}
