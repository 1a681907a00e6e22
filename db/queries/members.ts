import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { MemberActor, Rank } from '@/domain/actor'
import type { ThreadOrder } from '@/domain/comment/thread-order'
import { type Db, db } from '../client'
import { comment, member, session, user } from '../schema'
import { heaviestInForce } from './sanctions'

const shown = { id: member.id, handle: member.handle, name: member.name, rank: member.rank }

/** Who is signed in by a session, with rank and sanction as they are at this moment. */
export async function findActorOfSession(
  sessionToken: string,
  now = new Date(),
  on: Db = db,
): Promise<MemberActor | undefined> {
  const heaviest = heaviestInForce(member.id, now, on)
  const [found] = await on
    .select({ ...shown, sanction: sql<'ban' | 'mute' | null>`(${heaviest})` })
    .from(session)
    .innerJoin(member, eq(member.userId, session.userId))
    .where(and(eq(session.sessionToken, sessionToken), gt(session.expires, now)))
    .limit(1)
  return found
}

/** What a member sees of their own account. */
export async function findAccount(memberId: string, on: Db = db) {
  const [found] = await on
    .select({
      id: member.id,
      userId: member.userId,
      handle: member.handle,
      name: member.name,
      nameChosen: member.nameChosen,
      rank: member.rank,
      email: user.email,
      isEmailConfirmed: sql<boolean>`${user.email} is not null and ${user.emailVerified} is not null`,
    })
    .from(member)
    .leftJoin(user, eq(user.id, member.userId))
    .where(eq(member.id, memberId))
    .limit(1)
  return found
}

export async function findMemberByEmail(email: string, on: Db = db) {
  const [found] = await on
    .select(shown)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(user.email, email))
    .limit(1)
  return found
}

/** The first admin who has a user to sign in as. */
export async function findAdminToSignIn(on: Db = db) {
  const [found] = await on
    .select(shown)
    .from(member)
    .where(and(eq(member.rank, 'admin'), isNotNull(member.userId)))
    .orderBy(member.createdAt, member.id)
    .limit(1)
  return found
}

/** Makes changes of ranks follow each other until the transaction ends, so that two can't take the last admin away. */
export async function lockRanks(on: Db) {
  await on.execute(sql`select pg_advisory_xact_lock(hashtext('courant ranks'))`)
}

/** Those who can sign in: the people of a demonstration paper don't count. */
export async function countAdmins(on: Db = db) {
  return on.$count(member, and(eq(member.rank, 'admin'), isNotNull(member.userId)))
}

/** Locks the row until the transaction ends, so that two changes of it follow each other. */
export async function findMemberToChange(id: string, on: Db) {
  const [found] = await on.select(shown).from(member).where(eq(member.id, id)).limit(1).for('update')
  return found
}

export async function updateName(id: string, name: string, nameLikeness: string, on: Db = db) {
  await on.update(member).set({ name, nameLikeness, nameChosen: true }).where(eq(member.id, id))
}

export async function updateRank(id: string, rank: Rank, on: Db = db) {
  await on.update(member).set({ rank }).where(eq(member.id, id))
}

/** The articles on which a member's name is to be read, the latest first. */
export async function listArticlesWithCommentsOf(memberId: string, limit: number, on: Db = db) {
  const rows = await on
    .select({ articleId: comment.articleId })
    .from(comment)
    .where(and(eq(comment.memberId, memberId), inArray(comment.standing, ['visible', 'hidden'])))
    .groupBy(comment.articleId)
    .orderBy(desc(sql`max(${comment.createdAt})`), comment.articleId)
    .limit(limit)
  return rows.map((row) => row.articleId)
}

/** How a member last chose to have conversations ordered. */
export async function findThreadOrder(memberId: string, on: Db = db) {
  const [found] = await on.select({ order: member.threadOrder }).from(member).where(eq(member.id, memberId)).limit(1)
  return found?.order ?? undefined
}

export async function updateThreadOrder(memberId: string, threadOrder: ThreadOrder, on: Db = db) {
  await on.update(member).set({ threadOrder }).where(eq(member.id, memberId))
}
