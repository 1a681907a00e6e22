import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { earlierName, member } from '../schema'

// What names look like, and which ones a member had before.

/** Makes those who take a name of this likeness do it one after another, until the transaction ends. */
export async function lockLikeness(likeness: string, on: Db) {
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`name ${likeness}`}, 0))`)
}

/** Whether somebody else chose a name of this likeness, or gave it up after a moment. */
export async function isLikenessTaken(likeness: string, notBy: string | null, since: Date, on: Db = db) {
  const [now] = await on
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.nameLikeness, likeness), notBy ? ne(member.id, notBy) : undefined))
    .limit(1)
  if (now) return true
  const [before] = await on
    .select({ id: earlierName.id })
    .from(earlierName)
    .where(
      and(
        eq(earlierName.likeness, likeness),
        gt(earlierName.until, since),
        notBy ? ne(earlierName.memberId, notBy) : undefined,
      ),
    )
    .limit(1)
  return before !== undefined
}

/** Keeps the name that a member has now, before another takes its place. */
export async function insertEarlierName(memberId: string, until: Date, on: Db) {
  const [kept] = await on
    .select({ memberId: member.id, name: member.name, likeness: member.nameLikeness })
    .from(member)
    .where(eq(member.id, memberId))
    .limit(1)
  if (kept) await on.insert(earlierName).values({ ...kept, until })
}

/** How many chosen names a member has given up since a moment. */
export async function countNamesGivenUp(memberId: string, since: Date, on: Db = db) {
  return on.$count(
    earlierName,
    and(eq(earlierName.memberId, memberId), gt(earlierName.until, since), isNotNull(earlierName.likeness)),
  )
}

/** The names that members had before, the latest first. */
export async function listEarlierNames(memberIds: string[], on: Db = db) {
  if (memberIds.length === 0) return []
  return on
    .select({ memberId: earlierName.memberId, name: earlierName.name, until: earlierName.until })
    .from(earlierName)
    .where(inArray(earlierName.memberId, memberIds))
    .orderBy(desc(earlierName.until), desc(earlierName.id))
    .limit(100)
}

/** Members whose chosen name was never looked at: they came in with a paper or a command. */
export async function listWithoutLikeness(limit: number, on: Db = db) {
  return on
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.nameChosen, true), isNull(member.nameLikeness)))
    .orderBy(asc(member.id))
    .limit(limit)
}

/** Keeps what names look like. One that was changed meanwhile is left alone. */
export async function updateLikenesses(named: { id: string; name: string; likeness: string }[], on: Db = db) {
  const rows = sql.join(
    named.map(({ id, name, likeness }) => sql`(${id}::uuid, ${name}, ${likeness})`),
    sql`, `,
  )
  await on.execute(sql`update member set name_likeness = seen.likeness from (values ${rows}) seen (id, name, likeness)
    where member.id = seen.id and member.name = seen.name`)
}
