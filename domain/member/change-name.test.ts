import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findAccount } from '@/db/queries/members'
import { listEarlierNames } from '@/db/queries/names'
import { cacheInvalidation } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { type MemberActor, stranger } from '../actor'
import { changeName } from './change-name'
import { memberOfAddress } from './member-of-address'
import { lookAtNames } from './name-taken'

async function aPerson(): Promise<MemberActor> {
  const { id } = await memberOfAddress(`${randomUUID()}@example.org`)
  return { id, handle: 'somebody', name: 'Reader 1', rank: 'member', sanction: null }
}

test('a person takes a name, which counts as chosen from then on', async () => {
  const person = await aPerson()
  expect(await findAccount(person.id)).toMatchObject({ nameChosen: false })

  expect(await changeName(person, 'Anna Berg')).toMatchObject({ ok: true })

  expect(await findAccount(person.id)).toMatchObject({ name: 'Anna Berg', nameChosen: true })
})

test('a stranger and somebody banned take no name', async () => {
  const person = await aPerson()

  expect(await changeName(stranger, 'Anna Berg')).toMatchObject({ refusal: 'not-allowed' })
  expect(await changeName({ ...person, sanction: 'ban' }, 'Anna Berg')).toMatchObject({ refusal: 'not-allowed' })

  expect(await findAccount(person.id)).toMatchObject({ nameChosen: false })
})

const daysLater = (n: number) => new Date(Date.now() + n * 24 * 60 * 60_000)

test('a name is changed three times in thirty days, beside choosing one at first', async () => {
  const person = await aPerson()
  for (const name of ['Wilma One', 'Wilma Two', 'Wilma Three', 'Wilma Four'])
    expect(await changeName(person, name)).toMatchObject({ ok: true })

  expect(await changeName(person, 'Wilma Five')).toMatchObject({ refusal: 'too-many-names' })
  expect(await changeName(person, 'Wilma Four')).toMatchObject({ ok: true })
  expect(await changeName(person, 'Wilma Five', daysLater(31))).toMatchObject({ ok: true })
  const earlier = (await listEarlierNames([person.id])).map(({ name }) => name)
  expect(earlier).toEqual(['Wilma Four', 'Wilma Three', 'Wilma Two', 'Wilma One', expect.stringMatching(/^Reader/)])
})

test('a person who tries names all the time is told to wait', async () => {
  const person = await aPerson()
  for (let change = 0; change < 20; change++) await changeName(person, 'Always Same')

  expect(await changeName(person, 'Always Same')).toMatchObject({ refusal: 'too-often' })
})

test('nobody takes a name that looks like somebody else’s, nor one given up lately', async () => {
  const [owner, thief] = [await aPerson(), await aPerson()]
  await changeName(owner, 'Paul Ibsen')
  for (const name of ['paul ibsen', 'PauI Ibsen', 'Paul-Ibsen', 'Paul Lbsen'])
    expect(await changeName(thief, name)).toMatchObject({ refusal: 'name-taken' })

  await changeName(owner, 'Another Person')
  expect(await changeName(thief, 'Paul Ibsen', daysLater(89))).toMatchObject({ refusal: 'name-taken' })
  expect(await changeName(thief, 'Paul Ibsen', daysLater(91))).toMatchObject({ ok: true })
})

test('of ten who take one name at once, one has it', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, aPerson))
  const outcomes = await Promise.all(people.map((person) => changeName(person, 'Only One')))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a name that came in without being looked at is nobody else’s either', async () => {
  await aMember({ name: 'Old Hand' })
  await lookAtNames()
  expect(await changeName(await aPerson(), '0ld Hand')).toMatchObject({ refusal: 'name-taken' })
})

test('who has written nothing makes no cache forget anything', async () => {
  const before = await db.$count(cacheInvalidation)

  await changeName(await aPerson(), 'Berta Anders')

  expect(await db.$count(cacheInvalidation, eq(cacheInvalidation.urgency, 'now'))).toBe(before)
})
