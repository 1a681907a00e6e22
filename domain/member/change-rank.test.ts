import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listDecisionsAbout } from '@/db/queries/decisions'
import { member } from '@/db/schema'
import { type Actor, type MemberActor, type Rank, stranger } from '../actor'
import { changeRank } from './change-rank'
import { memberOfAddress } from './member-of-address'

async function aMemberOf(rank: Rank): Promise<MemberActor> {
  const { id } = await memberOfAddress(`${randomUUID()}@example.org`)
  await db.update(member).set({ rank }).where(eq(member.id, id))
  return { id, handle: 'somebody', name: 'Somebody', rank, sanction: null }
}

async function rankOf(id: string) {
  const [found] = await db.select({ rank: member.rank }).from(member).where(eq(member.id, id))
  return found?.rank
}

test('an admin gives a rank, and the log says so', async () => {
  const [admin, person] = [await aMemberOf('admin'), await aMemberOf('member')]

  expect(await changeRank(admin, { memberId: person.id, rank: 'moderator' })).toMatchObject({ ok: true })

  expect(await rankOf(person.id)).toBe('moderator')
  expect(await listDecisionsAbout(person.id)).toMatchObject([{ kind: 'change-rank' }])
})

test.each(['member', 'moderator', 'editor'] as const)('a %s gives no ranks, not even to themselves', async (rank) => {
  const actor = await aMemberOf(rank)

  expect(await changeRank(actor, { memberId: actor.id, rank: 'admin' })).toMatchObject({ refusal: 'not-allowed' })

  expect(await rankOf(actor.id)).toBe(rank)
  expect(await listDecisionsAbout(actor.id)).toEqual([])
})

test('a stranger and a banned admin give no ranks', async () => {
  const [admin, person] = [await aMemberOf('admin'), await aMemberOf('member')]
  const refused: Actor[] = [stranger, { ...admin, sanction: 'ban' }]

  for (const actor of refused) {
    expect(await changeRank(actor, { memberId: person.id, rank: 'editor' })).toMatchObject({ refusal: 'not-allowed' })
  }
  expect(await rankOf(person.id)).toBe('member')
})

test('the command line gives a rank to the member of an address, made when there is none', async () => {
  const email = `${randomUUID()}@example.org`
  const first = await memberOfAddress(email)

  expect(await changeRank('command-line', { memberId: first.id, rank: 'editor' })).toMatchObject({ ok: true })
  expect(await memberOfAddress(email)).toEqual({ id: first.id, rank: 'editor' })
  expect(await changeRank('command-line', { memberId: first.id, rank: 'editor' })).toMatchObject({
    refusal: 'same-rank',
  })
})

test('nobody gets a rank who is not there', async () => {
  expect(await changeRank('command-line', { memberId: randomUUID(), rank: 'editor' })).toMatchObject({
    refusal: 'no-such-member',
  })
})

test('the paper keeps one admin, whichever two lose the rank at once', async () => {
  await db.update(member).set({ rank: 'member' })
  const [first, second] = [await aMemberOf('admin'), await aMemberOf('admin')]

  const outcomes = await Promise.all(
    [first, second].map(({ id }) => changeRank('command-line', { memberId: id, rank: 'member' })),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: 'last-admin' })
})
