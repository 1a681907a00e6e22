import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '../client'
import { articleCount, comment, commentCount } from '../schema'

// What tests count after an act, as it stands in the tables.

export async function countsOf(articleId: string) {
  const [row] = await db
    .select({ comments: articleCount.comments, roots: articleCount.roots })
    .from(articleCount)
    .where(eq(articleCount.articleId, articleId))
  if (!row) throw new Error('no such article')
  return row
}

export async function repliesOf(commentId: string) {
  const [row] = await db
    .select({ replies: commentCount.replies })
    .from(commentCount)
    .where(eq(commentCount.commentId, commentId))
  return row?.replies
}

/** The numbers of an article's first-level comments; null for one that has none yet. */
export async function rootNumbersOf(articleId: string) {
  const rows = await db
    .select({ rootNo: comment.rootNo })
    .from(comment)
    .where(and(eq(comment.articleId, articleId), isNull(comment.parentId)))
    .orderBy(asc(comment.rootNo))
  return rows.map(({ rootNo }) => rootNo)
}
