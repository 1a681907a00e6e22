import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { upsertPreference } from '@/db/queries/notifications'
import { member, sanction, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { addToEnvironment } from '@/lib/env'
import { newId } from '@/lib/new-id'
import type { Rank } from '../actor'
import { usual } from '../notification/kinds'
import { alarmQueue } from './alarm-queue'

const now = new Date()
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courant-alarm-'))
  addToEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A person with a confirmed address. */
async function aPerson(rank: Rank) {
  const made = await aMember({ rank })
  const [id, email] = [newId(), `${made.handle}@example.org`]
  await db.insert(user).values({ id, email, emailVerified: now })
  await db.update(member).set({ userId: id }).where(eq(member.id, made.id))
  return { ...made, email }
}

function lettersTo({ email }: { email: string }) {
  const outbox = join(folder, 'outbox')
  const letters = existsSync(outbox) ? readdirSync(outbox).map((file) => readFileSync(join(outbox, file), 'utf8')) : []
  return letters.filter((letter) => letter.includes(`To: ${email}`))
}

test('where a comment waits too long each moderator gets one letter a day, until nothing waits', async () => {
  const { id } = await aComment({ standing: 'held', text: 'Buy my unspeakable boots.' })
  const [moderator, admin] = [await aPerson('moderator'), await aPerson('admin')]
  const others = [await aPerson('member'), await aPerson('editor')]
  const tired = await aPerson('moderator')
  await upsertPreference(tired.id, 'queue-alarm', { usual, mail: 'off' }, now)
  const banned = await aPerson('moderator')
  await db.insert(sanction).values({ memberId: banned.id, kind: 'ban', reason: 'A test.' })

  expect(await alarmQueue(5, later(4))).toBe(0)
  expect(await alarmQueue(0, later(400))).toBe(0)
  expect(await alarmQueue(5, later(6))).toBe(2)
  expect(await alarmQueue(5, later(7))).toBe(0)
  for (const told of [moderator, admin]) expect(lettersTo(told)).toHaveLength(1)
  for (const untold of [...others, tired, banned]) expect(lettersTo(untold)).toEqual([])
  expect(lettersTo(moderator)[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(lettersTo(moderator)[0]).not.toContain('unspeakable')

  expect(await alarmQueue(5, later(31))).toBe(2)
  await db.execute(sql`update comment set standing = 'deleted' where id = ${id}`)
  expect(await alarmQueue(5, later(80))).toBe(0)
})

test('two nodes at once send one letter', async () => {
  await aComment({ standing: 'held' })
  await aPerson('moderator')
  const sent = await Promise.all([alarmQueue(5, later(200)), alarmQueue(5, later(200))])
  expect(sent[0] + sent[1]).toBe(3)
})
