import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { member, ownerLink } from '@/db/schema'
import { makeOwnerLink, redeemOwnerLink } from './owner-link'

const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? ''

test("the owner's link works once", async () => {
  const token = tokenOf(await makeOwnerLink())

  expect(await redeemOwnerLink(token)).toMatchObject({ ok: true })
  expect(await redeemOwnerLink(token)).toMatchObject({ refusal: 'link-dead' })
})

test("the owner's link works once, however many follow it at the same moment", async () => {
  const token = tokenOf(await makeOwnerLink())

  const outcomes = await Promise.all(Array.from({ length: 10 }, () => redeemOwnerLink(token)))

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test("the owner's link works for fifteen minutes and no longer", async () => {
  const now = new Date()
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  expect(await redeemOwnerLink(tokenOf(await makeOwnerLink(now)), after(14.9))).toMatchObject({ ok: true })
  expect(await redeemOwnerLink(tokenOf(await makeOwnerLink(now)), after(15))).toMatchObject({ refusal: 'link-dead' })
})

test('a made-up link is refused', async () => {
  expect(await redeemOwnerLink('a-token-that-nobody-printed')).toMatchObject({ refusal: 'link-dead' })
})

test('many links, also at once, are of one owner', async () => {
  await Promise.all([makeOwnerLink(), makeOwnerLink(), makeOwnerLink()])

  const owners = await db
    .select({ name: member.name, handle: member.handle })
    .from(member)
    .where(eq(member.rank, 'admin'))

  expect(owners).toEqual([{ name: 'Owner', handle: 'owner' }])
})

test('a link printed for somebody who is no admin any more is dead', async () => {
  const token = tokenOf(await makeOwnerLink())
  await db.update(member).set({ rank: 'member' }).where(eq(member.handle, 'owner'))

  expect(await redeemOwnerLink(token)).toMatchObject({ refusal: 'link-dead' })
})

test('the next owner gets a handle of their own where another has "owner"', async () => {
  await db.update(member).set({ rank: 'member' })

  expect(await redeemOwnerLink(tokenOf(await makeOwnerLink()))).toMatchObject({ ok: true })
  expect(await db.$count(member, eq(member.rank, 'admin'))).toBe(1)
})

test('the table of links says no token', async () => {
  const token = tokenOf(await makeOwnerLink())

  const rows = await db.select({ tokenHash: ownerLink.tokenHash }).from(ownerLink)

  expect(rows.map((row) => row.tokenHash)).not.toContain(token)
})
