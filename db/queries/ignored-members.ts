import { and, asc, desc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, ignoredMember, member } from '../schema'
import { isByAuthor } from './comments'

const ignored = sql`ignored`

/**
 * Whether a comment is to be folded away for a member. Whoever speaks for the paper is heard: staff everywhere, and the
 * author of an article under it.
 */
export const isIgnoredBy = (memberId: SQLWrapper | string) => sql<boolean>`(exists (
  select from ${ignoredMember} join ${member} ${ignored} on ${ignored}.id = ${ignoredMember.ignoredId}
  where ${ignoredMember.memberId} = ${memberId} and ${ignoredMember.ignoredId} = ${comment.memberId}
    and ${ignored}.rank = 'member') and not (${isByAuthor}))`

/** Answers whether that is new. */
export async function insertIgnored(memberId: string, ignoredId: string, createdAt: Date, tx: Tx) {
  const rows = await tx
    .insert(ignoredMember)
    .values({ memberId, ignoredId, createdAt })
    .onConflictDoNothing()
    .returning()
  return rows.length === 1
}

export async function deleteIgnored(memberId: string, ignoredId: string, on: Db = db) {
  await on
    .delete(ignoredMember)
    .where(and(eq(ignoredMember.memberId, memberId), eq(ignoredMember.ignoredId, ignoredId)))
}

export async function countIgnored(memberId: string, on: Db = db) {
  return on.$count(ignoredMember, eq(ignoredMember.memberId, memberId))
}

/** Whom a member ignores, by name. */
export async function listIgnored(memberId: string, limit: number, on: Db = db) {
  return on
    .select({ id: member.id, name: member.name, handle: member.handle })
    .from(ignoredMember)
    .innerJoin(member, eq(member.id, ignoredMember.ignoredId))
    .where(eq(ignoredMember.memberId, memberId))
    .orderBy(asc(member.name), asc(member.id))
    .limit(limit)
}

export type Ignored = Awaited<ReturnType<typeof listIgnored>>[number]

/** Which of some comments a member wants folded away. */
export async function listIgnoredAmong(ids: string[], memberId: string | null, on: Db = db) {
  if (ids.length === 0 || !memberId) return new Set<string>()
  const rows = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(inArray(comment.id, ids), isIgnoredBy(memberId)))
    .limit(ids.length)
  return new Set(rows.map(({ id }) => id))
}

/** Which comments under an article a member wants folded away: the latest of them. */
export async function listIgnoredUnder(articleId: string, memberId: string | null, on: Db = db) {
  if (!memberId) return []
  const theirs = on
    .select({ id: ignoredMember.ignoredId })
    .from(ignoredMember)
    .where(eq(ignoredMember.memberId, memberId))
  const rows = await on
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        inArray(comment.memberId, theirs),
        eq(comment.articleId, articleId),
        eq(comment.standing, 'visible'),
        isIgnoredBy(memberId),
      ),
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(1000)
  return rows.map(({ id }) => id)
}
