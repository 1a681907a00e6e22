import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client'
import { takeFrom } from './rate-limit'
import { rateLimit } from './schema'

test('an address gets five letters in ten minutes, and is told how long to wait for the sixth', async () => {
  const email = `${randomUUID()}@example.org`

  for (let letter = 0; letter < 5; letter++) expect(await takeFrom('sign-in', email)).toEqual({ ok: true })

  const refused = await takeFrom('sign-in', email)
  expect(refused.ok).toBe(false)
  const wait = refused.ok ? 0 : refused.retryAfterSeconds
  expect(wait).toBeGreaterThan(590)
  expect(wait).toBeLessThanOrEqual(600)
})

test('what one takes nobody else lacks, and a limit is not another', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  for (let comment = 0; comment < 5; comment++) await takeFrom('comment', one)

  expect(await takeFrom('comment', one)).toMatchObject({ ok: false })
  expect(await takeFrom('comment', other)).toEqual({ ok: true })
  expect(await takeFrom('search', one)).toEqual({ ok: true })
})

test('ten at once get no more than five', async () => {
  const key = randomUUID()

  const taken = await Promise.all(Array.from({ length: 10 }, () => takeFrom('comment', key)))

  expect(taken.filter((one) => one.ok)).toHaveLength(5)
})

test('a limit is open again when its window has passed', async () => {
  const key = randomUUID()
  for (let comment = 0; comment < 6; comment++) await takeFrom('comment', key)
  await db.update(rateLimit).set({ expire: new Date(Date.now() - 1000) })

  expect(await takeFrom('comment', key)).toEqual({ ok: true })
})

test('the table says no address', async () => {
  await takeFrom('sign-in', 'somebody@example.org')

  const rows = await db.select({ key: rateLimit.key }).from(rateLimit)

  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ key }) => key.includes('somebody') || key.includes('@'))).toEqual([])
})

test('without the table of limits searching goes on, and letters do not', async () => {
  await db.execute(sql`alter table rate_limit rename to rate_limit_away`)
  try {
    expect(await takeFrom('search', 'somebody')).toEqual({ ok: true })
    await expect(takeFrom('sign-in', 'somebody')).rejects.toThrow()
  } finally {
    await db.execute(sql`alter table rate_limit_away rename to rate_limit`)
  }
})
