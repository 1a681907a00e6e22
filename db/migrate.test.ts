import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
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

const journal = z.looseObject({ entries: z.array(z.unknown()) })

/** A database as the first so many migrations left it. */
async function aFormerDatabase(steps: number) {
  const folder = await mkdtemp(join(tmpdir(), 'courant-migrations-'))
  await cp(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const whole = journal.parse(JSON.parse(await readFile(file, 'utf8')))
  await writeFile(file, JSON.stringify({ ...whole, entries: whole.entries.slice(0, steps) }))

  const name = `courant_former_${randomBytes(6).toString('hex')}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template template0`)
  const address = url.replace(/\/[^/]*$/, `/${name}`)
  const sql = postgres(address, { max: 1, onnotice: () => {} })
  await migrate(drizzle(sql), { migrationsFolder: folder })
  await rm(folder, { recursive: true })
  await sql.end()
  return {
    url: address,
    drop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

test('reasons that were given before they were rows are all kept, and no line of the log is written anew', async () => {
  const former = await aFormerDatabase(1)
  const sql = postgres(former.url, { max: 1, onnotice: () => {} })
  try {
    const reasons = ['personal-attack', 'hate', 'spam', 'off-topic', 'privacy', 'illegal', 'other']
    const [section, article, version] = [newId(), newId(), newId()]
    await sql`insert into section (id, slug, name, position) values (${section}, 'town', 'Town', 1)`
    await sql`insert into article (id, slug, section_id, language) values (${article}, 'ferry', ${section}, 'en')`
    await sql`insert into article_version (id, article_id, no, language, headline, body, body_text)
      values (${version}, ${article}, 1, 'en', 'Ferry', '{}', '')`
    for (const [place, why] of [...reasons, null].entries()) {
      const id = newId()
      const standing = why ? 'hidden' : 'visible'
      await sql`insert into comment (id, article_id, root_id, root_no, text, standing, hidden_because, post_key)
        values (${id}, ${article}, ${id}, ${place + 1}, 'Words.', ${standing}, ${why}, ${id})`
      await sql`insert into decision (id, kind, comment_id, reason)
        values (${newId()}, ${why ? 'hide-comment' : 'approve-comment'}, ${id}, ${why})`
      if (why) await sql`insert into report (id, comment_id, reason) values (${newId()}, ${id}, ${why})`
    }
    const rows = async () => [
      await sql`select id, standing::text, hidden_because::text from comment order by id`,
      await sql`select id, comment_id, reason::text from report order by id`,
      await sql`select id, kind::text, comment_id, reason::text, note, created_at from decision order by id`,
    ]
    const before = await rows()
    expect(before.map(({ length }) => length)).toEqual([8, 7, 8])

    await migrateDatabase(former.url)

    expect(await rows()).toEqual(before)
    const known = await sql`select code from reason order by position`
    expect(known.map(({ code }) => code)).toEqual(reasons)
    await expect(sql`insert into report (id, comment_id, reason)
      select ${newId()}, id, 'no-such-reason' from comment limit 1`).rejects.toThrow('report_reason_reason_code_fk')
    await expect(sql`update decision set note = 'x'`).rejects.toThrow('append-only')
    const left = await sql`select from pg_type where typname = 'former_reason'`
    expect(left).toHaveLength(0)
  } finally {
    await sql.end()
    await former.drop()
  }
})

test('domains that readers saw links to before they were noted are no news; others are', async () => {
  const former = await aFormerDatabase(7)
  const sql = postgres(former.url, { max: 1, onnotice: () => {} })
  try {
    const [section, article] = [newId(), newId()]
    await sql`insert into section (id, slug, name, position) values (${section}, 'town', 'Town', 1)`
    await sql`insert into article (id, slug, section_id, language) values (${article}, 'ferry', ${section}, 'en')`
    const post = async (text: string, standing: 'visible' | 'held') => {
      const id = newId()
      const visibleAt = standing === 'visible' ? new Date() : null
      await sql`insert into comment (id, article_id, root_id, root_no, text, standing, visible_at, post_key)
        values (${id}, ${article}, ${id}, nextval('numbers'), ${text}, ${standing}, ${visibleAt}, ${id})`
    }
    await sql`create sequence numbers`
    await post('See https://www.Museum.example/a and [this](http://old.museum.example:8080/b?c).', 'visible')
    await post('Buy at https://boots.example now', 'held')

    await migrateDatabase(former.url)

    const known = await sql`select name, verdict from link_domain order by name`
    expect([...known]).toEqual([
      { name: 'museum.example', verdict: null },
      { name: 'old.museum.example', verdict: null },
    ])
  } finally {
    await sql.end()
    await former.drop()
  }
})
