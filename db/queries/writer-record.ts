import { and, eq, gt, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { comment, member } from '../schema'

/** Since when a member is one, and how many comments of theirs were written, and hidden, since these moments. */
export async function findWriterRecord(memberId: string, since: { recent: Date; hidden: Date }, on: Db = db) {
  const written = on.$count(comment, and(eq(comment.memberId, memberId), gt(comment.createdAt, since.recent)))
  const hidden = on.$count(
    comment,
    and(eq(comment.memberId, memberId), gt(comment.createdAt, since.hidden), eq(comment.standing, 'hidden')),
  )
  const [found] = await on
    .select({
      since: member.createdAt,
      recent: sql<number>`${written}`.mapWith(Number),
      hidden: sql<number>`${hidden}`.mapWith(Number),
    })
    .from(member)
    .where(eq(member.id, memberId))
    .limit(1)
  return found
}
