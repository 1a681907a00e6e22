import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, comment, pick } from '../schema'
import { selectComments } from './comments'

/** Answers whether it was no pick before. */
export async function insertPick(values: typeof pick.$inferInsert, tx: Tx) {
  const rows = await tx
    .insert(pick)
    .values(values)
    .onConflictDoNothing({ target: pick.commentId })
    .returning({ commentId: pick.commentId })
  return rows.length === 1
}

/** Answers whether it was one. */
export async function deletePick(commentId: string, tx: Tx) {
  const rows = await tx.delete(pick).where(eq(pick.commentId, commentId)).returning({ commentId: pick.commentId })
  return rows.length === 1
}

/** How many picks an article has, where one column of a query is to say so. */
export const picksOfArticle = sql<number>`(select count(*)::int from ${pick}
  join ${comment} on ${comment.id} = ${pick.commentId} and ${comment.standing} = 'visible'
  where ${pick.articleId} = ${article.id})`

export async function countPicks(articleId: string, on: Db = db) {
  const [row] = await on.select({ n: count() }).from(pick).where(eq(pick.articleId, articleId))
  return row?.n ?? 0
}

/** An article's picks, the last one first. */
export async function listPicks(articleId: string, page: { limit: number; offset: number }, on: Db = db) {
  const picked = on
    .select({ commentId: pick.commentId })
    .from(pick)
    .innerJoin(comment, and(eq(comment.id, pick.commentId), eq(comment.standing, 'visible')))
    .where(eq(pick.articleId, articleId))
    .orderBy(desc(pick.createdAt), desc(pick.commentId))
    .limit(page.limit)
    .offset(page.offset)
  const at = sql`(select ${pick.createdAt} from ${pick} where ${pick.commentId} = ${comment.id})`
  return selectComments(on).where(inArray(comment.id, picked)).orderBy(desc(at), desc(comment.id)).limit(page.limit)
}
