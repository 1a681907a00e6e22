import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../client'
import { member, sanction, session } from '../schema'
import { findActorOfSession, updateRank } from './members'
import { insertMemberOfUser, insertUser } from './new-members'
import { deleteSessionOf, insertSession, listSessions } from './sign-in'

const minute = 60_000
const from = (offset: number) => new Date(Date.now() + offset)

async function aSignedInMember() {
  const user = await insertUser(`${randomUUID()}@example.org`)
  const { id } = await insertMemberOfUser(user.id)
  const sessionToken = randomUUID()
  await insertSession({ sessionToken, userId: user.id, expires: from(60 * minute) })
  return { id, userId: user.id, sessionToken }
}

type Wish = Partial<typeof sanction.$inferInsert>

const sanctioned = (memberId: string, wish: Wish) =>
  db.insert(sanction).values({ memberId, kind: 'ban', reason: 'spam', startsAt: from(-minute), ...wish })

test('a session says who is signed in', async () => {
  const { id, sessionToken } = await aSignedInMember()

  expect(await findActorOfSession(sessionToken)).toMatchObject({ id, rank: 'member', sanction: null })
})

test('an unknown session and one that has ended are nobody', async () => {
  const { sessionToken } = await aSignedInMember()

  expect(await findActorOfSession(randomUUID())).toBeUndefined()
  expect(await findActorOfSession(sessionToken, from(61 * minute))).toBeUndefined()
})

test('a changed rank takes effect on the next request', async () => {
  const { id, sessionToken } = await aSignedInMember()

  await updateRank(id, 'moderator')

  expect(await findActorOfSession(sessionToken)).toMatchObject({ rank: 'moderator' })
})

test('a ban takes effect on the next request, and its lifting too', async () => {
  const { id, sessionToken } = await aSignedInMember()

  await sanctioned(id, {})
  expect(await findActorOfSession(sessionToken)).toMatchObject({ sanction: 'ban' })

  await db.update(sanction).set({ liftedAt: new Date() }).where(eq(sanction.memberId, id))
  expect(await findActorOfSession(sessionToken)).toMatchObject({ sanction: null })
})

test('a mute ends at its end, not before', async () => {
  const { id, sessionToken } = await aSignedInMember()
  await sanctioned(id, { kind: 'mute', endsAt: from(10 * minute) })

  expect(await findActorOfSession(sessionToken, from(9 * minute))).toMatchObject({ sanction: 'mute' })
  expect(await findActorOfSession(sessionToken, from(11 * minute))).toMatchObject({ sanction: null })
})

test('a sanction that has not begun and a warning forbid nothing', async () => {
  const { id, sessionToken } = await aSignedInMember()
  await sanctioned(id, { startsAt: from(minute) })
  await sanctioned(id, { kind: 'warning' })

  expect(await findActorOfSession(sessionToken)).toMatchObject({ sanction: null })
})

test('of a mute and a ban the ban counts, whichever came first', async () => {
  const { id, sessionToken } = await aSignedInMember()
  await sanctioned(id, { kind: 'ban', startsAt: from(-2 * minute) })
  await sanctioned(id, { kind: 'mute' })
  await sanctioned(id, { kind: 'warning' })

  expect(await findActorOfSession(sessionToken)).toMatchObject({ sanction: 'ban' })
})

test("another member's sanction is not one's own", async () => {
  const [banned, other] = [await aSignedInMember(), await aSignedInMember()]
  await sanctioned(banned.id, {})

  expect(await findActorOfSession(other.sessionToken)).toMatchObject({ sanction: null })
})

test('a person ends their own sessions, and nobody else’s', async () => {
  const [person, other] = [await aSignedInMember(), await aSignedInMember()]

  expect(await deleteSessionOf(other.id, person.sessionToken)).toBe(false)
  expect(await listSessions(person.id)).toHaveLength(1)
  expect(await deleteSessionOf(person.id, person.sessionToken)).toBe(true)
  expect(await findActorOfSession(person.sessionToken)).toBeUndefined()
})

test('a person who signs in many times at once gets one public side', async () => {
  const user = await insertUser(`${randomUUID()}@example.org`)

  await Promise.all(Array.from({ length: 10 }, () => insertMemberOfUser(user.id)))

  expect(await db.$count(member, eq(member.userId, user.id))).toBe(1)
  expect(await db.$count(session, eq(session.userId, user.id))).toBe(0)
})
