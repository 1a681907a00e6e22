import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, type Tx } from './client'
import { member } from './schema'

/** How many statements this connection keeps that speak of a name. */
async function kept(name: string, tx: Tx) {
  const rows = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_prepared_statements where statement like ${`%"${name}"%`} and statement not like '%pg_prepared%'`,
  )
  return rows[0]?.n
}

const ask = (name: string, tx: Tx, value: number) =>
  tx
    .select({ n: sql<number>`${value}::int`.as(name) })
    .from(member)
    .limit(1)

test('a statement is prepared once in a transaction, and in a savepoint, whatever its values', async () => {
  await db.transaction(async (tx) => {
    for (const value of [1, 2, 3]) await ask('outer_one', tx, value)
    expect(await kept('outer_one', tx)).toBe(1)
    await tx.transaction(async (inner) => {
      for (const value of [1, 2, 3]) await ask('inner_one', inner, value)
      expect(await kept('inner_one', inner)).toBe(1)
    })
  })
})

test('a slow statement holds up no quick one while a connection is free', async () => {
  const sleep = (seconds: number) => db.execute(sql`select pg_sleep(${seconds})`)
  // So that all ten connections are open.
  await Promise.all(Array.from({ length: 10 }, () => sleep(0.1)))
  let isSlowDone = false
  const slow = Promise.all(Array.from({ length: 9 }, () => sleep(2))).then(() => {
    isSlowDone = true
  })
  await Promise.all(Array.from({ length: 20 }, (_, no) => db.execute(sql`select ${no}::int`)))
  expect(isSlowDone).toBe(false)
  await slow
})

test('a transaction that fails within leaves nothing, and the pool goes on', async () => {
  const failing = db.transaction(async (tx) => {
    await Promise.all([ask('first_of_two', tx, 1), tx.execute(sql`select ${'x'}::int`)])
  })
  await expect(failing).rejects.toThrow()
  expect(await db.execute<{ n: number }>(sql`select ${1}::int as n`)).toMatchObject([{ n: 1 }])
})
