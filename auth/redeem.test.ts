import { createHash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findActorOfSession, findMemberByEmail } from '@/db/queries/members'
import { session } from '@/db/schema'
import { env } from '@/lib/env'
import { makeAdapter } from './adapter'
import { redeemToken } from './redeem'
import { storedSessionToken } from './session-token'

async function aToken({ email = `${randomUUID()}@example.org`, expires = new Date(Date.now() + 600_000) } = {}) {
  const token = randomUUID()
  const hash = createHash('sha256').update(`${token}${env().authSecret}`).digest('hex')
  await makeAdapter().createVerificationToken?.({ identifier: email, token: hash, expires })
  return { email, token }
}

test("a letter's token signs in, once", async () => {
  const { email, token } = await aToken()

  const fresh = await redeemToken(email, token)

  expect(fresh).toBeDefined()
  expect(await redeemToken(email, token)).toBeUndefined()
  expect(await findActorOfSession(storedSessionToken(fresh?.token ?? ''))).toMatchObject({ rank: 'member' })
})

test('a token sent ten times at once signs in once', async () => {
  const { email, token } = await aToken()

  const outcomes = await Promise.all(Array.from({ length: 10 }, () => redeemToken(email, token)))

  expect(outcomes.filter(Boolean)).toHaveLength(1)
})

test('a token that is ten minutes old, of another address or made up is refused', async () => {
  const old = await aToken({ expires: new Date(Date.now() - 1) })
  const good = await aToken()

  expect(await redeemToken(old.email, old.token)).toBeUndefined()
  expect(await redeemToken('other@example.org', good.token)).toBeUndefined()
  expect(await redeemToken(good.email, randomUUID())).toBeUndefined()
  expect(await redeemToken(good.email, good.token)).toBeDefined()
})

test('the first sign-in makes a member whose name and handle do not say the address', async () => {
  const { email, token } = await aToken({ email: 'wilhelmina.quince@example.org' })

  await redeemToken(email, token)

  const member = await findMemberByEmail(email)
  expect(member?.name).toMatch(/^Reader \d{4}$/)
  expect(member?.handle).toMatch(/^reader-[0-9a-f]{10}$/)
})

test('the second sign-in is the same member in a second session', async () => {
  const first = await aToken()
  const second = await aToken({ email: first.email })

  const sessions = [await redeemToken(first.email, first.token), await redeemToken(second.email, second.token)]
  const actors = await Promise.all(sessions.map((fresh) => findActorOfSession(storedSessionToken(fresh?.token ?? ''))))

  expect(actors[0]?.id).toBeDefined()
  expect(actors[1]?.id).toBe(actors[0]?.id)
  expect(sessions[0]?.token).not.toBe(sessions[1]?.token)
})

test('whoever reads the table of sessions cannot sign in with what stands there', async () => {
  const { email, token } = await aToken()
  const fresh = await redeemToken(email, token)
  const stored = storedSessionToken(fresh?.token ?? '')

  expect(await db.$count(session, eq(session.sessionToken, stored))).toBe(1)
  expect(await db.$count(session, eq(session.sessionToken, fresh?.token ?? ''))).toBe(0)
  expect(await findActorOfSession(storedSessionToken(stored))).toBeUndefined()
})

test('a database that fails is not blamed on the letter, which stays good', async () => {
  const { email, token } = await aToken()
  await db.execute(sql`alter table verification_token rename to verification_token_away`)
  try {
    await expect(redeemToken(email, token)).rejects.toThrow('could not be redeemed')
  } finally {
    await db.execute(sql`alter table verification_token_away rename to verification_token`)
  }
  expect(await redeemToken(email, token)).toBeDefined()
})
