import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { member, ownerLink, session, signInCode, verificationToken } from '../schema'

/** How often the digits of one letter may be typed wrong. */
export const triesOfCode = 5

/** A browser has one letter at a time: the newest. */
export async function insertSignInCode(code: typeof signInCode.$inferInsert, on: Db = db) {
  await on
    .delete(signInCode)
    .where(or(eq(signInCode.browserHash, code.browserHash), lt(signInCode.expiresAt, new Date())))
  await on.insert(signInCode).values(code)
}

export async function findSignInCode(browserHash: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select({
      id: signInCode.id,
      email: signInCode.email,
      triesLeft: sql<number>`${triesOfCode} - ${signInCode.tries}`,
    })
    .from(signInCode)
    .where(and(eq(signInCode.browserHash, browserHash), gt(signInCode.expiresAt, now)))
    .orderBy(desc(signInCode.createdAt), desc(signInCode.id))
    .limit(1)
  return found
}

/** Takes one of the tries, before the digits are compared: so many at once get no more than one after the other. */
export async function updateTriesOfCode(id: string, now = new Date(), on: Db = db) {
  const [tried] = await on
    .update(signInCode)
    .set({ tries: sql`${signInCode.tries} + 1` })
    .where(and(eq(signInCode.id, id), lt(signInCode.tries, triesOfCode), gt(signInCode.expiresAt, now)))
    .returning({
      email: signInCode.email,
      codeHash: signInCode.codeHash,
      sealedToken: signInCode.sealedToken,
      tries: signInCode.tries,
    })
  return tried
}

/** Gives one row to one caller, whoever else tries at the same moment. */
export async function deleteSignInCode(id: string, on: Db = db) {
  const gone = await on.delete(signInCode).where(eq(signInCode.id, id)).returning({ id: signInCode.id })
  return gone.length === 1
}

export async function deleteExpiredTokens(now = new Date(), on: Db = db) {
  await on.delete(verificationToken).where(lt(verificationToken.expires, now))
}

export async function insertSession(values: typeof session.$inferInsert, on: Db = db) {
  await on.insert(session).values(values)
}

export async function updateDevice(sessionToken: string, device: string, on: Db = db) {
  await on.update(session).set({ device }).where(eq(session.sessionToken, sessionToken))
}

/** The browsers in which a member is signed in, the latest first. */
export async function listSessions(memberId: string, now = new Date(), on: Db = db) {
  return on
    .select({
      sessionToken: session.sessionToken,
      device: session.device,
      createdAt: session.createdAt,
      expires: session.expires,
    })
    .from(session)
    .innerJoin(member, eq(member.userId, session.userId))
    .where(and(eq(member.id, memberId), gt(session.expires, now)))
    .orderBy(desc(session.createdAt), session.sessionToken)
    .limit(100)
}

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number]

/** Says whether there was such a session of this member. */
export async function deleteSessionOf(memberId: string, sessionToken: string, on: Db = db) {
  const own = on.select({ userId: member.userId }).from(member).where(eq(member.id, memberId))
  const gone = await on
    .delete(session)
    .where(and(eq(session.sessionToken, sessionToken), eq(session.userId, sql`(${own})`)))
    .returning({ userId: session.userId })
  return gone.length === 1
}

export async function deleteSession(sessionToken: string, on: Db = db) {
  await on.delete(session).where(eq(session.sessionToken, sessionToken))
}

export async function deleteExpiredSessions(userId: string, now = new Date(), on: Db = db) {
  await on.delete(session).where(and(eq(session.userId, userId), lt(session.expires, now)))
}

export async function insertOwnerLink(link: typeof ownerLink.$inferInsert, on: Db = db) {
  await on.delete(ownerLink).where(lt(ownerLink.expiresAt, new Date()))
  await on.insert(ownerLink).values(link)
}

/** The member whose link it is, for the first who asks with it in time. */
export async function updateOwnerLinkUsed(tokenHash: string, now = new Date(), on: Db = db) {
  const [used] = await on
    .update(ownerLink)
    .set({ usedAt: now })
    .where(and(eq(ownerLink.tokenHash, tokenHash), isNull(ownerLink.usedAt), gt(ownerLink.expiresAt, now)))
    .returning({ memberId: ownerLink.memberId })
  return used
}
