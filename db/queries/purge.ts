import { and, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import {
  appeal,
  articleReaction,
  articleVisit,
  block,
  claim,
  comment,
  commentDraft,
  commentReaction,
  confirmationCode,
  guestLetter,
  notification,
  ownerLink,
  rateLimit,
  report,
  session,
  signInCode,
  verificationToken,
} from '../schema'

// Each answers how many rows it changed, at most `limit`: whoever purges asks again until that are fewer.

/** Where it stands which neighbourhood, or browser, something came from. */
const origins = {
  comment: { table: comment, origin: sql`sender_hash` },
  articleReaction: { table: articleReaction, origin: sql`sender_hash` },
  commentReaction: { table: commentReaction, origin: sql`sender_hash` },
  report: { table: report, origin: sql`visitor_key` },
  reportSender: { table: report, origin: sql`sender_hash` },
} as const

export type Origin = keyof typeof origins

/** Forgets where old rows came from. The rows stay. */
export async function updateOriginForgotten(of: Origin, before: Date, limit: number, on: Db = db) {
  const { table, origin } = origins[of]
  const rows = await on.execute(sql`
    update ${table} set ${origin} = null where id in (
      select id from ${table} where ${origin} is not null and created_at < ${before.toISOString()} limit ${limit}
    ) returning id`)
  return rows.length
}

/** Deletes that a member looked at a conversation long ago: everything in it is new again, as at a first visit. */
export async function deleteOldVisits(before: Date, limit: number, on: Db = db) {
  const rows = await on.execute(sql`
    delete from ${articleVisit} where (member_id, article_id) in (
      select member_id, article_id from ${articleVisit} where last_look_at < ${before.toISOString()} limit ${limit}
    ) returning member_id`)
  return rows.length
}

/** Deletes blocks that ended long ago, with the address that was typed into them. */
export async function deleteOldBlocks(before: Date, limit: number, on: Db = db) {
  const rows = await on.execute(sql`
    delete from ${block} where id in (
      select id from ${block} where least(lifted_at, ends_at) < ${before.toISOString()} limit ${limit}
    ) returning id`)
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

/** Forgets to whom letters about guests' comments go, except where a decision or an appeal is still to come. */
export async function updateGuestAddressForgotten(before: Date, limit: number, on: Db = db) {
  const rows = await on.execute(sql`
    update ${comment} set guest_email = null where id in (
      select id from ${comment} where guest_email is not null and created_at < ${before.toISOString()} and standing <> 'held'
        and not exists (select from ${appeal} where comment_id = comment.id and outcome is null)
      limit ${limit}
    ) returning id`)
  return rows.length
}

/** Deletes that guests were sent letters long ago. */
export async function deleteOldGuestLetters(before: Date, limit: number, on: Db = db) {
  const old = on
    .select({ id: guestLetter.decisionId })
    .from(guestLetter)
    .where(lt(guestLetter.sentAt, before))
    .limit(limit)
  const rows = await on
    .delete(guestLetter)
    .where(inArray(guestLetter.decisionId, old))
    .returning({ id: guestLetter.decisionId })
  return rows.length
}

/** Deletes all that was good until a moment only: typed texts, codes, links, sessions, the counts of limits. */
export async function deleteExpired(now: Date, on: Db = db) {
  await on.delete(commentDraft).where(lt(commentDraft.expiresAt, now))
  await on.delete(confirmationCode).where(lt(confirmationCode.expiresAt, now))
  await on.delete(verificationToken).where(lt(verificationToken.expires, now))
  await on.delete(signInCode).where(lt(signInCode.expiresAt, now))
  await on.delete(claim).where(lt(claim.expiresAt, now))
  await on.delete(ownerLink).where(lt(ownerLink.expiresAt, now))
  await on.delete(session).where(lt(session.expires, now))
  // The library keeps its times without a zone, as UTC.
  await on.delete(rateLimit).where(sql`${rateLimit.expire} < ${now.toISOString()}::timestamptz at time zone 'UTC'`)
}
