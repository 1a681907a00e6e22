import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client'
import { section } from './schema'

test('an error of the database tells its statement and constraint, and nothing that anybody typed', async () => {
  const row = { slug: 'secret-harbour', name: 'Ida Quayle, 4 Quay Street' }
  await db.insert(section).values(row)
  const error: unknown = await db
    .insert(section)
    .values(row)
    .catch((caught) => caught)
  const told = inspect(error, { depth: 9, showHidden: true })
  expect(told).toContain('insert into "section"')
  expect(told).toContain('section_slug_unique')
  for (const typed of ['secret-harbour', 'Quayle']) expect(told).not.toContain(typed)
})

test('nor does the error of a row that breaks a rule, within a transaction', async () => {
  const broken = db.transaction((tx) =>
    tx.execute(
      sql`insert into cache_invalidation (id, tags, urgency) values (gen_random_uuid(), '{a-tag}', ${'never'})`,
    ),
  )
  const error: unknown = await broken.catch((caught) => caught)
  const told = inspect(error, { depth: 9, showHidden: true })
  expect(told).toContain('cache_invalidation_urgency')
  expect(told).not.toContain('never')
})
