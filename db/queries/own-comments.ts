import { and, asc, desc, eq, gt, isNotNull, ne, notExists, or, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { comment, commentVersion, decision } from '../schema'

// What a person is shown of the own comments under one article, and may do with them.

export type Whose = { memberId: string | null; guestKey: string | null }

export const isBy = ({ memberId, guestKey }: Whose) =>
  or(
    memberId ? eq(comment.memberId, memberId) : undefined,
    guestKey ? and(eq(comment.guestKey, guestKey), sql`${comment.memberId} is null`) : undefined,
  )

/** Those that their author may change: held ones, and visible ones posted after `since`, if nobody decided about them. */
export async function listEditable(articleId: string, whose: Whose, since: Date, on: Db = db) {
  if (!whose.memberId && !whose.guestKey) return []
  const decided = on
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.commentId, comment.id), eq(decision.isAutomatic, false)))
  return on
    .select({ id: comment.id, articleId: comment.articleId, text: comment.text })
    .from(comment)
    .where(
      and(
        eq(comment.articleId, articleId),
        isBy(whose),
        or(eq(comment.standing, 'held'), and(eq(comment.standing, 'visible'), gt(comment.createdAt, since))),
        notExists(decided),
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(100)
}

/** Those whose deletion can be taken back: deleted after `since`, the latest first. */
export async function listUndeletable(articleId: string, whose: Whose, since: Date, on: Db = db) {
  if (!whose.memberId && !whose.guestKey) return []
  return on
    .select({ id: comment.id, deletedAt: sql<Date>`${comment.movedAt}`.mapWith(comment.movedAt) })
    .from(comment)
    .where(
      and(
        eq(comment.articleId, articleId),
        isBy(whose),
        eq(comment.standing, 'deleted'),
        isNotNull(comment.deletedFrom),
        gt(comment.movedAt, since),
      ),
    )
    .orderBy(desc(comment.movedAt), desc(comment.id))
    .limit(20)
}

/** What the own comments said before, the first first; nothing of deleted ones. */
export async function listOwnVersions(articleId: string, whose: Whose, on: Db = db) {
  if (!whose.memberId && !whose.guestKey) return []
  return on
    .select({
      commentId: commentVersion.commentId,
      no: commentVersion.no,
      text: commentVersion.text,
      createdAt: commentVersion.createdAt,
    })
    .from(commentVersion)
    .innerJoin(comment, eq(comment.id, commentVersion.commentId))
    .where(and(eq(comment.articleId, articleId), isBy(whose), ne(comment.standing, 'deleted')))
    .orderBy(asc(commentVersion.commentId), asc(commentVersion.no))
    .limit(500)
}

export type OwnVersion = Awaited<ReturnType<typeof listOwnVersions>>[number]
