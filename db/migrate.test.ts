import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { env } from '@/lib/env'
import { isMigrated, migrateDatabase } from './migrate'

const url = env().databaseUrl ?? ''

test('a database that is up to date is migrated again by two nodes at once, and nothing happens', async () => {
  await Promise.all([migrateDatabase(url), migrateDatabase(url)])
  const sql = postgres(url, { max: 1 })
  const [row] =
    await sql`select count(*)::int as steps, count(distinct hash)::int as distinct_steps from drizzle.__drizzle_migrations`
  await sql.end()
  expect(row?.steps).toBeGreaterThan(0)
  expect(row?.steps).toBe(row?.distinct_steps)
})

test('a database that does not answer is named without its password', async () => {
  const refusal = await migrateDatabase('postgres://editor:geheim@127.0.0.1:1/paper').catch(String)
  expect(refusal).toContain('127.0.0.1:1/paper cannot be reached (ECONNREFUSED): check DATABASE_URL')
  expect(refusal).not.toContain('geheim')
})

test('a wrong password is a refusal too, and the password is not repeated', async () => {
  const wrong = new URL(url)
  wrong.password = 'geheim'
  const refusal = await migrateDatabase(wrong.href).catch(String)
  expect(refusal).toContain('cannot be reached')
  expect(refusal).not.toContain('geheim')
})

test('a database with every migration is up to date, also with those of a newer version; one that lacks one is not', async () => {
  const sql = postgres(url, { max: 1 })
  onTestFinished(() => sql.end())
  expect(await isMigrated()).toBe(true)
  const [newest] = await sql`select created_at from drizzle.__drizzle_migrations order by created_at desc limit 1`
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-a-newer-version', 9999999999999)`
  expect(await isMigrated()).toBe(true)
  await sql`delete from drizzle.__drizzle_migrations where created_at = ${newest?.created_at}`
  expect(await isMigrated()).toBe(false)
})
