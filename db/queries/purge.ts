import { and, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import {
  type articleReaction,
  comment,
  commentDraft,
  type commentReaction,
  confirmationCode,
  notification,
  ownerLink,
  rateLimit,
  report,
  session,
  signInCode,
  verificationToken,
} from '../schema'

// Each answers how many rows it changed, at most `limit`: whoever purges asks again until that are fewer.

/** Forgets which neighbourhood old comments came from. */
export async function updateSendersForgotten(before: Date, limit: number, on: Db = db) {
  const old = on
    .select({ id: comment.id })
    .from(comment)
    .where(and(isNotNull(comment.senderHash), lt(comment.createdAt, before)))
    .limit(limit)
  const rows = await on
    .update(comment)
    .set({ senderHash: null })
    .where(inArray(comment.id, old))
    .returning({ id: comment.id })
  return rows.length
}

/** Forgets which neighbourhood visitors' old reactions came from. Whether they count was decided while they were new. */
export const updateReactorsForgotten =
  (table: typeof articleReaction | typeof commentReaction) =>
  async (before: Date, limit: number, on: Db = db) => {
    const old = on
      .select({ id: table.id })
      .from(table)
      .where(and(isNotNull(table.senderHash), lt(table.createdAt, before)))
      .limit(limit)
    const rows = await on
      .update(table)
      .set({ senderHash: null })
      .where(inArray(table.id, old))
      .returning({ id: table.id })
    return rows.length
  }

/** Forgets which browser, or neighbourhood, old reports came from. */
export async function updateReportersForgotten(before: Date, limit: number, on: Db = db) {
  const old = on
    .select({ id: report.id })
    .from(report)
    .where(and(isNotNull(report.visitorKey), lt(report.createdAt, before)))
    .limit(limit)
  const rows = await on
    .update(report)
    .set({ visitorKey: null })
    .where(inArray(report.id, old))
    .returning({ id: report.id })
  return rows.length
}

/** Deletes what members were told of long ago. What a letter is still to tell of stays. */
export async function deleteOldNotifications(before: Date, limit: number, on: Db = db) {
  const isTold = or(isNull(notification.dueAt), isNotNull(notification.settledAt))
  const old = on
    .select({ id: notification.id })
    .from(notification)
    .where(and(lt(notification.createdAt, before), isTold))
    .limit(limit)
  const rows = await on.delete(notification).where(inArray(notification.id, old)).returning({ id: notification.id })
  return rows.length
}

/** Deletes all that was good until a moment only: typed texts, codes, links, sessions, the counts of limits. */
export async function deleteExpired(now: Date, on: Db = db) {
  await on.delete(commentDraft).where(lt(commentDraft.expiresAt, now))
  await on.delete(confirmationCode).where(lt(confirmationCode.expiresAt, now))
  await on.delete(verificationToken).where(lt(verificationToken.expires, now))
  await on.delete(signInCode).where(lt(signInCode.expiresAt, now))
  await on.delete(ownerLink).where(lt(ownerLink.expiresAt, now))
  await on.delete(session).where(lt(session.expires, now))
  // The library keeps its times without a zone, as UTC.
  await on.delete(rateLimit).where(sql`${rateLimit.expire} < ${now.toISOString()}::timestamptz at time zone 'UTC'`)
}
