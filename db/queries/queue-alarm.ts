import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Rank } from '@/domain/actor'
import { type Db, db, type Tx } from '../client'
import { member, notificationPreference, queueAlarm, sanction, user } from '../schema'

/** Members of these ranks who want to be told that the queue grows old, and were not since a moment. */
export async function listToAlarm(ranks: Rank[], notSince: Date, now: Date, on: Db = db) {
  const mutedOrBanned = sql`exists (select from ${sanction} where sanction.member_id = ${member.id}
    and sanction.kind <> 'warning' and sanction.lifted_at is null
    and (sanction.ends_at is null or sanction.ends_at > ${now.toISOString()}))`
  return on
    .select({ memberId: member.id, email: sql<string>`${user.email}` })
    .from(member)
    .innerJoin(user, and(eq(user.id, member.userId), isNotNull(user.emailVerified)))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.memberId, member.id), eq(notificationPreference.kind, 'queue-alarm')),
    )
    .leftJoin(queueAlarm, eq(queueAlarm.memberId, member.id))
    .where(
      and(
        inArray(member.rank, ranks),
        or(isNull(notificationPreference.mail), ne(notificationPreference.mail, 'off')),
        or(isNull(queueAlarm.sentAt), lt(queueAlarm.sentAt, notSince)),
        sql`not ${mutedOrBanned}`,
      ),
    )
    .orderBy(asc(member.id))
    .limit(500)
}

/** Writes down that a member is told now. Answers false where that happened meanwhile. */
export async function upsertAlarm(memberId: string, notSince: Date, now: Date, tx: Tx) {
  const rows = await tx
    .insert(queueAlarm)
    .values({ memberId, sentAt: now })
    .onConflictDoUpdate({
      target: queueAlarm.memberId,
      set: { sentAt: now },
      setWhere: lt(queueAlarm.sentAt, notSince),
    })
    .returning({ memberId: queueAlarm.memberId })
  return rows.length === 1
}
