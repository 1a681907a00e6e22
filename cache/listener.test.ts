import { randomUUID } from 'node:crypto'

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import postgres from 'postgres'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { aBridge } from '../db/testing/a-bridge.ts'
import { env } from '../lib/env.ts'
import { startListener } from './listener.ts'

const databaseUrl = env().databaseUrl ?? ''
const sql = postgres(databaseUrl, { max: 2 })
afterAll(() => sql.end())

type Heard = { tags: readonly string[]; urgency: string }

function listening(different: Partial<Parameters<typeof startListener>[0]> = {}) {
  const heard: Heard[] = []
  let gaps = 0
  const listener = startListener({
    databaseUrl,
    onTags: (tags, urgency) => heard.push({ tags, urgency }),
    onGap: () => void gaps++,
    ...different,
  })
  onTestFinished(() => listener.close())
  const heardOf = (tag: string) => heard.filter(({ tags }) => tags.includes(tag)).length
  /**
   * Waits until notifications arrive, so that a test knows by which way a tag came, and until the table was looked
   * into: what was written before the first look is told as a gap.
   */
  async function untilItListens() {
    await listener.ready
    const tag = randomUUID()
    const hears = async () => {
      await notify(JSON.stringify({ id: randomUUID(), tags: [tag], urgency: 'now' }))
      return heardOf(tag)
    }
    await expect.poll(hears, { timeout: 10_000 }).toBeGreaterThan(0)
  }
  return { listener, heard, heardOf, untilItListens, gaps: () => gaps }
}

const write = (id: string, tags: string[], urgency = 'now', on: postgres.Sql | postgres.TransactionSql = sql) =>
  on`insert into cache_invalidation (id, tags, urgency) values (${id}, ${tags}, ${urgency})`

const notify = (payload: string, on: postgres.Sql | postgres.TransactionSql = sql) =>
  on`select pg_notify('courant_invalidation', ${payload})`

test('a notification is heard at once, with how urgent it is', async () => {
  const { heard, untilItListens } = listening({ pollEvery: 60_000 })
  await untilItListens()
  await notify(JSON.stringify({ id: randomUUID(), tags: ['front', 'counts:1'], urgency: 'soon' }))

  await expect.poll(() => heard).toContainEqual({ tags: ['front', 'counts:1'], urgency: 'soon' })
})

test('a transaction that is rolled back is not heard of', async () => {
  const { heardOf, untilItListens } = listening({ pollEvery: 60_000 })
  await untilItListens()
  const failing = sql.begin(async (tx) => {
    const id = randomUUID()
    await write(id, ['never'], 'now', tx)
    await notify(JSON.stringify({ id, tags: ['never'], urgency: 'now' }), tx)
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  await untilItListens()

  expect(heardOf('never')).toBe(0)
})

test('a notification too long for its tags sends to the table', async () => {
  const { heardOf, untilItListens } = listening({ pollEvery: 60_000 })
  await untilItListens()
  const id = randomUUID()
  await write(id, ['in-the-table'])
  await notify(JSON.stringify({ id }))

  await expect.poll(() => heardOf('in-the-table')).toBe(1)
})

test('a lost notification is found in the table, once', async () => {
  const { heardOf, listener } = listening({ pollEvery: 50 })
  await listener.ready
  await write(randomUUID(), ['lost'])

  await expect.poll(() => heardOf('lost')).toBe(1)
  await write(randomUUID(), ['lost-later'])
  await expect.poll(() => heardOf('lost-later')).toBe(1)
  expect(heardOf('lost')).toBe(1)
})

test('a transaction that began before another and commits after it is not passed over', async () => {
  const { heardOf } = listening({ pollEvery: 50 })
  await sql.begin(async (slow) => {
    await write(randomUUID(), ['slow'], 'now', slow)
    await write(randomUUID(), ['quick'])
    await expect.poll(() => heardOf('quick')).toBe(1)
  })
  await expect.poll(() => heardOf('slow')).toBe(1)
})

test('what is no invalidation is no harm', async () => {
  const { heardOf, untilItListens } = listening({ pollEvery: 60_000 })
  await untilItListens()
  for (const payload of ['', 'not json', '[]', '{"id":1,"tags":"front"}', '{"tags":["front"],"urgency":"never"}']) {
    await notify(payload)
  }
  await untilItListens()
  expect(heardOf('front')).toBe(0)
})

test('after its connection was cut it listens again, and reads what it missed', async () => {
  const { heardOf, untilItListens } = listening({ pollEvery: 60_000 })
  await untilItListens()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'courant-listener' and datname = current_database()`
  await write(randomUUID(), ['missed'])

  await expect.poll(() => heardOf('missed'), { timeout: 10_000 }).toBeGreaterThan(0)
  await untilItListens()
})

test('however often and quickly its connections are cut, in the end it listens', async () => {
  const { untilItListens } = listening({ pollEvery: 50 })
  for (let round = 0; round < 24; round += 1) {
    // While it is connecting, while it says that it wants to listen, and when it does.
    for (let cuts = 0; cuts < 4; cuts += 1) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'courant-listener' and datname = current_database()`
      await pause(round % 8)
    }
    await untilItListens()
  }
})

test('a database that is away at first, and goes away again, is listened to when it is back', async () => {
  const bridge = await aBridge(databaseUrl)
  const { heardOf, listener, untilItListens } = listening({ databaseUrl: bridge.url, pollEvery: 50 })
  expect(await listener.isReachable()).toBe(false)

  await bridge.open()
  await untilItListens()
  // Before its first look it would trust nothing, and need not know what was written.
  const looks = async () => {
    await write(randomUUID(), ['written-before'])
    return heardOf('written-before')
  }
  await expect.poll(looks, { timeout: 10_000 }).toBeGreaterThan(0)
  await bridge.close()
  await write(randomUUID(), ['written-meanwhile'])
  await bridge.open()

  await expect.poll(() => heardOf('written-meanwhile'), { timeout: 10_000 }).toBe(1)
  await untilItListens()
  await expect.poll(() => listener.isReachable(), { timeout: 5000, interval: 300 }).toBe(true)
})

test('a node that was off hears at its next start what was invalidated meanwhile', async () => {
  const contactFile = join(mkdtempSync(join(tmpdir(), 'courant-contact-')), 'contact')
  onTestFinished(() => rmSync(dirname(contactFile), { recursive: true }))
  const first = listening({ contactFile })
  await first.listener.ready
  await first.listener.close()
  await write(randomUUID(), ['while-off'], 'conceal')

  const second = listening({ contactFile })
  await second.listener.ready
  expect(second.heard).toContainEqual({ tags: ['while-off'], urgency: 'conceal' })
  expect(second.gaps()).toBe(0)
})

test('a node that does not know when it last heard, was off for too long, or meets another database trusts nothing', async () => {
  const contactFile = join(mkdtempSync(join(tmpdir(), 'courant-contact-')), 'contact')
  onTestFinished(() => rmSync(dirname(contactFile), { recursive: true }))
  const yesterday = { at: Date.now() - 24 * 60 * 60_000, horizon: '1' }
  const elsewhere = { at: Date.now(), horizon: '999999999999' }
  for (const text of ['', '{}', JSON.stringify(yesterday), JSON.stringify(elsewhere)]) {
    writeFileSync(contactFile, text)
    const { listener, gaps } = listening({ contactFile })
    await listener.ready
    await listener.close()
    expect([text, gaps()]).toEqual([text, 1])
  }
})

test('a node that is cut off trusts what it has for a while, and then nothing', async () => {
  const bridge = await aBridge(databaseUrl)
  await bridge.open()
  const { listener, gaps } = listening({ databaseUrl: bridge.url, pollEvery: 20, longestGap: 1500 })
  await listener.ready
  const before = gaps()
  await bridge.close()
  await pause(500)
  expect(gaps()).toBe(before)
  await expect.poll(gaps, { timeout: 10_000 }).toBeGreaterThan(before)
})

test('rows that no node can need any more are taken out of the table, and younger ones stay', async () => {
  const [old, young] = [randomUUID(), randomUUID()]
  await write(old, ['old'])
  await write(young, ['young'])
  await sql`update cache_invalidation set created_at = now() - interval '25 hours' where id = ${old}`
  await sql`update cache_invalidation set created_at = now() - interval '23 hours' where id = ${young}`
  listening()
  const left = async () =>
    (await sql`select id from cache_invalidation where id in (${old}, ${young})`).map((row) => row.id)
  await expect.poll(left).toEqual([young])
})
