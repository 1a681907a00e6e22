import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import {
  article,
  articleVersion,
  comment,
  member,
  notification,
  notificationPreference,
  reason,
  report,
  user,
} from '../schema'
import { givenReason } from './reasons'

const kind = 'report-outcome' as const

/** The members whose reports of a comment were decided at this moment, with how they wish to be told. */
export async function listReportersToTell(commentId: string, decidedAt: Date, tx: Tx) {
  return tx
    .select({
      memberId: member.id,
      inPage: notificationPreference.inPage,
      mail: notificationPreference.mail,
      hasAddress: sql<boolean>`${user.email} is not null and ${user.emailVerified} is not null`,
    })
    .from(report)
    .innerJoin(member, eq(member.id, report.memberId))
    .leftJoin(user, eq(user.id, member.userId))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.memberId, member.id), eq(notificationPreference.kind, kind)),
    )
    .where(and(eq(report.commentId, commentId), eq(report.decidedAt, decidedAt), isNotNull(report.outcome)))
    .limit(10_000)
}

/** Members who were told of this comment before are told once. */
export async function insertOutcomes(rows: Omit<typeof notification.$inferInsert, 'kind'>[], tx: Tx) {
  if (rows.length === 0) return
  await tx
    .insert(notification)
    .values(rows.map((row) => ({ ...row, kind })))
    .onConflictDoNothing()
}

/** What a letter tells of reports, the first first, with the outcome as it is now. */
export async function listOutcomesOfLetter(letterId: string, limit: number, on: Db = db) {
  return on
    .select({
      id: notification.id,
      reason: givenReason,
      outcome: report.outcome,
      standing: comment.standing,
      headline: articleVersion.headline,
      slug: article.slug,
    })
    .from(notification)
    .innerJoin(report, and(eq(report.commentId, notification.commentId), eq(report.memberId, notification.memberId)))
    .innerJoin(reason, eq(reason.code, report.reason))
    .innerJoin(comment, eq(comment.id, notification.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(and(eq(notification.letterId, letterId), isNull(notification.settledAt)))
    .orderBy(asc(notification.createdAt), asc(notification.id))
    .limit(limit)
}

export type ToldOutcome = Awaited<ReturnType<typeof listOutcomesOfLetter>>[number]
