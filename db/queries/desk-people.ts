import { desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { comment, decision, member, reason, sanction } from '../schema'

/** Of people who write all day so many of their latest comments are counted. */
export const mostCountedOf = 1000

const latest = sql`(select standing from ${comment} where ${comment.memberId} = ${member.id}
  order by ${comment.createdAt} desc limit ${mostCountedOf}) latest`

const countOf = (standing: 'visible' | 'hidden' | 'held') =>
  sql<number>`(count(*) filter (where latest.standing = ${standing}))::int`

/** What moderators know of these members. */
export async function listPeople(memberIds: string[], on: Db = db) {
  if (memberIds.length === 0) return []
  return on
    .select({
      memberId: member.id,
      handle: member.handle,
      rank: member.rank,
      since: member.createdAt,
      visible: countOf('visible'),
      hidden: countOf('hidden'),
      held: countOf('held'),
      decisions: sql<number>`(select count(*)::int from ${decision} where ${decision.memberId} = ${member.id}
        and ${decision.kind} not in ('hold-comment', 'lodge-appeal'))`,
    })
    .from(member)
    .leftJoin(sql`lateral ${latest}`, sql`true`)
    .where(inArray(member.id, memberIds))
    .groupBy(member.id)
    .limit(memberIds.length)
}

/** The sanctions of these members, the latest first, those that are over among them. */
export async function listSanctions(memberIds: string[], on: Db = db) {
  if (memberIds.length === 0) return []
  return on
    .select({
      id: sanction.id,
      memberId: sanction.memberId,
      kind: sanction.kind,
      /** Where the reason is no row, its text is what was typed. */
      reason: sql<string>`coalesce(${reason.label}, ${sanction.reason})`,
      startsAt: sanction.startsAt,
      endsAt: sanction.endsAt,
      liftedAt: sanction.liftedAt,
    })
    .from(sanction)
    .leftJoin(reason, eq(reason.code, sanction.reason))
    .where(inArray(sanction.memberId, memberIds))
    .orderBy(desc(sanction.startsAt), desc(sanction.id))
    .limit(100)
}

type GuestRecord = { commentId: string; visible: number; hidden: number; held: number }

/** For each of these guests' comments, how many others came from the same browser or the same neighbourhood. */
export async function listGuestRecords(commentIds: string[], on: Db = db): Promise<GuestRecord[]> {
  if (commentIds.length === 0) return []
  const asked = on
    .select({ id: comment.id, guestKey: comment.guestKey, senderHash: comment.senderHash })
    .from(comment)
    .where(inArray(comment.id, commentIds))
  return on.execute<GuestRecord>(sql`
    with asked as (${asked}), same as (
      select asked.id as "of", other.id, other.standing from asked join comment other on other.guest_key = asked.guest_key
      union
      select asked.id, other.id, other.standing from asked join comment other
        on other.sender_hash = asked.sender_hash and other.member_id is null
    )
    select "of" as "commentId",
      (count(*) filter (where standing = 'visible'))::int as visible,
      (count(*) filter (where standing = 'hidden'))::int as hidden,
      (count(*) filter (where standing = 'held'))::int as held
    from same where id <> "of" group by "of"`)
}
