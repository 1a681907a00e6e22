import { and, desc, eq } from 'drizzle-orm'
import { type Db, db } from '../client'
import { article, articleVersion, comment } from '../schema'

/** A member's comments that wait for a moderator, with what holds them, the latest first. */
export async function listWaitingComments(memberId: string, on: Db = db) {
  return on
    .select({
      id: comment.id,
      slug: article.slug,
      headline: articleVersion.headline,
      heldBecause: comment.heldBecause,
      findings: comment.findings,
      createdAt: comment.createdAt,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(and(eq(comment.memberId, memberId), eq(comment.standing, 'held'), eq(article.state, 'published')))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(50)
}

export type WaitingComment = Awaited<ReturnType<typeof listWaitingComments>>[number]
