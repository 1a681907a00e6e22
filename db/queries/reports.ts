import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db, type Tx } from '../client'
import { article, articleVersion, comment, member, notification, reason, report } from '../schema'
import { givenReason } from './reasons'

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

const earlier = alias(report, 'earlier')

const earlierOfReporter = (which: SQL) =>
  sql<number>`(select count(*)::int from ${report} as earlier where ${earlier.memberId} = ${report.memberId}
    and ${earlier.createdAt} < ${report.createdAt} and ${which})`

/** All reports of these comments, the first first, each with how often its reporter was right before. */
export async function listReportsOf(commentIds: string[], on: Db = db) {
  if (commentIds.length === 0) return []
  return on
    .select({
      id: report.id,
      commentId: report.commentId,
      reason: givenReason,
      note: report.note,
      outcome: report.outcome,
      createdAt: report.createdAt,
      /** None for a guest. */
      reporterName: member.name,
      decidedBefore: earlierOfReporter(sql`${earlier.outcome} is not null`),
      upheldBefore: earlierOfReporter(sql`${earlier.outcome} = 'upheld'`),
    })
    .from(report)
    .innerJoin(reason, eq(reason.code, report.reason))
    .leftJoin(member, eq(member.id, report.memberId))
    .where(inArray(report.commentId, commentIds))
    .orderBy(asc(report.createdAt), asc(report.id))
    .limit(500)
}

export type ReportOf = Awaited<ReturnType<typeof listReportsOf>>[number]

/** A member's own reports and what became of them, latest first. */
export async function listReportsBy(memberId: string, on: Db = db) {
  return on
    .select({
      id: report.id,
      commentId: report.commentId,
      reason: givenReason,
      outcome: report.outcome,
      createdAt: report.createdAt,
      /** As the comment stands now. */
      standing: comment.standing,
      /** What tells of the outcome, until it is read. */
      unreadId: notification.id,
      slug: article.slug,
      headline: articleVersion.headline,
    })
    .from(report)
    .innerJoin(reason, eq(reason.code, report.reason))
    .innerJoin(comment, eq(comment.id, report.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(
      notification,
      and(
        eq(notification.memberId, report.memberId),
        eq(notification.kind, 'report-outcome'),
        eq(notification.commentId, report.commentId),
        eq(notification.inPage, true),
        isNull(notification.readAt),
      ),
    )
    .where(eq(report.memberId, memberId))
    .orderBy(desc(report.createdAt), desc(report.id))
    .limit(50)
}

export type OwnReport = Awaited<ReturnType<typeof listReportsBy>>[number]

/** A reader's own report of a comment, a member's or a browser's. */
export async function findOwnReport(
  commentId: string,
  { memberId, visitorKey }: { memberId: string | null; visitorKey: string | null },
  on: Db = db,
) {
  if (!memberId && !visitorKey) return
  const [found] = await on
    .select({ outcome: report.outcome, standing: comment.standing })
    .from(report)
    .innerJoin(comment, eq(comment.id, report.commentId))
    .where(
      and(
        eq(report.commentId, commentId),
        memberId ? eq(report.memberId, memberId) : eq(report.visitorKey, visitorKey ?? ''),
      ),
    )
    .limit(1)
  return found
}
