import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { member, notification, notificationPreference, user } from '../schema'
import { isReplySeen, selectReplies } from './notifications'

/**
 * Gathers what is due into the letter of one notification: itself, and those of the same member and kind that no letter
 * tells of yet. Whoever comes second finds them taken.
 */
export async function updateIntoLetter(id: string, now: Date, on: Db = db) {
  const first = sql`(select member_id, kind from notification first where first.id = ${id} and first.letter_id is null)`
  const untold = on
    .select({ id: notification.id })
    .from(notification)
    .where(
      and(
        isNull(notification.letterId),
        isNull(notification.settledAt),
        isNotNull(notification.dueAt),
        sql`(${notification.memberId}, ${notification.kind}) = ${first}`,
        or(eq(notification.id, id), lte(notification.dueAt, now)),
      ),
    )
    // In one order, so that two who gather at once wait for each other.
    .orderBy(notification.id)
    .for('update')
  await on.update(notification).set({ letterId: id }).where(inArray(notification.id, untold))
}

/** Locks what a letter is still to tell of, and says to whom; none where it was sent. */
export async function findLetterToSend(letterId: string, tx: Tx) {
  const rows = await tx
    .select({ id: notification.id, memberId: notification.memberId, kind: notification.kind })
    .from(notification)
    .where(and(eq(notification.letterId, letterId), isNull(notification.settledAt)))
    .orderBy(notification.id)
    .limit(10_000)
    .for('update')
  return rows[0]
}

/** The confirmed address of a member who still wants letters of a kind. */
export async function findAddressForLetters(memberId: string, kind: Kind, on: Db = db) {
  const [found] = await on
    .select({ email: user.email, mail: notificationPreference.mail })
    .from(member)
    .innerJoin(user, and(eq(user.id, member.userId), isNotNull(user.emailVerified)))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.memberId, member.id), eq(notificationPreference.kind, kind)),
    )
    .where(eq(member.id, memberId))
    .limit(1)
  return found?.mail === 'off' ? undefined : (found?.email ?? undefined)
}

type Kind = (typeof notification.$inferSelect)['kind']

/** What a letter tells of, as far as readers see it now, the first first. */
export async function listRepliesOfLetter(letterId: string, now: Date, limit: number, on: Db = db) {
  return selectReplies(on)
    .where(and(eq(notification.letterId, letterId), isNull(notification.settledAt), isReplySeen(now)))
    .orderBy(asc(notification.createdAt), asc(notification.id))
    .limit(limit)
}

export type ToldReply = Awaited<ReturnType<typeof listRepliesOfLetter>>[number]

export async function updateLetterSettled(letterId: string, now: Date, tx: Tx) {
  await tx
    .update(notification)
    .set({ settledAt: now })
    .where(and(eq(notification.letterId, letterId), isNull(notification.settledAt)))
}
