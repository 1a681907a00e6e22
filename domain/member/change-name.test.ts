import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findAccount } from '@/db/queries/members'
import { cacheInvalidation } from '@/db/schema'
import { type MemberActor, stranger } from '../actor'
import { changeName } from './change-name'
import { memberOfAddress } from './member-of-address'

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

test('twenty names an hour are enough', async () => {
  const person = await aPerson()
  for (let change = 0; change < 20; change++) await changeName(person, `Anna ${change}`)

  expect(await changeName(person, 'Anna Twenty')).toMatchObject({ refusal: 'too-often' })
  expect(await findAccount(person.id)).toMatchObject({ name: 'Anna 19' })
})

test('who has written nothing makes no cache forget anything', async () => {
  const before = await db.$count(cacheInvalidation)

  await changeName(await aPerson(), 'Anna Berg')

  expect(await db.$count(cacheInvalidation, eq(cacheInvalidation.urgency, 'now'))).toBe(before)
})
