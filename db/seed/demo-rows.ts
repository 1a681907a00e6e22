import { and, count, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { article, comment } from '../schema'

/** How much of the demonstration paper is in the database, and what readers have written under it since. */
export async function countDemonstrationRows(on: Db) {
  const [articles] = await on.select({ n: count() }).from(article).where(eq(article.batch, 'demo'))
  const [comments] = await on
    .select({ n: count() })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .where(and(eq(article.batch, 'demo'), or(isNull(comment.batch), sql`${comment.batch} <> 'demo'`)))
  return { articles: articles?.n ?? 0, commentsOfOthers: comments?.n ?? 0 }
}
