import { and, asc, count, desc, eq, isNull, min, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, articleVersion, comment, report } from '../schema'

/** Stores a report. Answers whether it is the reader's first of this comment. */
export async function insertReport(values: Omit<typeof report.$inferInsert, 'id'>, tx: Tx) {
  const rows = await tx.insert(report).values(values).onConflictDoNothing().returning({ id: report.id })
  return rows.length > 0
}

/** Gives the open reports of a comment their outcome. Answers how many there were. */
export async function decideReports(commentId: string, outcome: 'upheld' | 'dismissed', now: Date, tx: Tx) {
  const rows = await tx
    .update(report)
    .set({ outcome, decidedAt: now })
    .where(and(eq(report.commentId, commentId), isNull(report.outcome)))
    .returning({ id: report.id })
  return rows.length
}

/** Comments with open reports that readers can still see, the longest reported first. */
export async function listReported(limit: number, offset: number, on: Db = db) {
  return on
    .select({ commentId: report.commentId, reports: count(), since: sql<Date>`${min(report.createdAt)}`.mapWith(report.createdAt) })
    .from(report)
    .innerJoin(comment, eq(comment.id, report.commentId))
    .where(and(isNull(report.outcome), eq(comment.standing, 'visible')))
    .groupBy(report.commentId)
    .orderBy(asc(min(report.createdAt)), asc(report.commentId))
    .limit(limit)
    .offset(offset)
}

export async function countReported(on: Db = db) {
  const [row] = await on
    .select({ n: sql<number>`count(distinct ${report.commentId})::int` })
    .from(report)
    .innerJoin(comment, eq(comment.id, report.commentId))
    .where(and(isNull(report.outcome), eq(comment.standing, 'visible')))
  return row?.n ?? 0
}

export async function listReportsOf(commentId: string, on: Db = db) {
  return on
    .select({ id: report.id, reason: report.reason, note: report.note, outcome: report.outcome, createdAt: report.createdAt })
    .from(report)
    .where(eq(report.commentId, commentId))
    .orderBy(asc(report.createdAt), asc(report.id))
    .limit(100)
}

/** A member's own reports and what became of them, latest first. */
export async function listReportsBy(memberId: string, on: Db = db) {
  return on
    .select({
      id: report.id,
      commentId: report.commentId,
      reason: report.reason,
      outcome: report.outcome,
      createdAt: report.createdAt,
      decidedAt: report.decidedAt,
      slug: article.slug,
      headline: articleVersion.headline,
    })
    .from(report)
    .innerJoin(comment, eq(comment.id, report.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(eq(report.memberId, memberId))
    .orderBy(desc(report.createdAt), desc(report.id))
    .limit(50)
}
