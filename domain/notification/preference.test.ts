import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPreference } from '@/db/queries/notifications'
import { member, notificationPreference } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { stranger } from '../actor'
import { changePreference, preferenceInput, unsubscribe } from './preference'
import { readReplies } from './read-replies'
import { aReader, aTrustedMember, notificationsOf, reply } from './testing/a-reply'
import { unsubscribeToken } from './unsubscribe-token'

const quiet = { kind: 'reply', inPage: false, mail: 'hourly' } as const

test('a member says how to be told, and may say otherwise', async () => {
  const reader = await aReader()
  expect(await changePreference(reader, quiet)).toMatchObject({ ok: true })
  expect(await findPreference(reader.id, 'reply')).toEqual({ inPage: false, mail: 'hourly' })
  await changePreference(reader, { ...quiet, inPage: true, mail: 'off' })
  expect(await findPreference(reader.id, 'reply')).toEqual({ inPage: true, mail: 'off' })
})

test('who is no member, or banned, says nothing; who changes without end is stopped', async () => {
  const banned = { ...(await aMember()), sanction: 'ban' as const }
  expect(await changePreference(stranger, quiet)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await changePreference(banned, quiet)).toEqual({ ok: false, refusal: 'not-allowed' })
  const reader = await aReader()
  for (let time = 0; time < 20; time++) await changePreference(reader, quiet)
  expect(await changePreference(reader, quiet)).toEqual({ ok: false, refusal: 'too-often' })
})

test('who wants letters only is not told on the page', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  await changePreference(reader, { kind: 'reply', inPage: false, mail: 'at-once' })
  await reply(other, await aComment({ memberId: reader.id }))

  expect(await notificationsOf(reader.id)).toMatchObject([{ inPage: false, dueAt: expect.any(Date) }])
  expect(await readReplies(reader.id, undefined)).toMatchObject({ replies: [], unread: 0 })
})

test('a letter’s link stops the letters and leaves the rest as it was, also the second time', async () => {
  const [reader, unheard] = [await aReader(), await aReader()]
  await changePreference(reader, quiet)
  for (const { id } of [reader, unheard, reader]) {
    const token = unsubscribeToken({ memberId: id, kind: 'reply' })
    expect(await unsubscribe(token)).toEqual({ ok: true, value: { kind: 'reply' } })
  }
  expect(await findPreference(reader.id, 'reply')).toEqual({ inPage: false, mail: 'off' })
  expect(await findPreference(unheard.id, 'reply')).toEqual({ inPage: true, mail: 'off' })
})

test('a forged link stops nothing, and one of an account that is gone does no harm', async () => {
  const [reader, other] = [await aReader(), await aReader()]
  const [, kind, signature] = unsubscribeToken({ memberId: other.id, kind: 'reply' }).split('.')
  expect(await unsubscribe(`${reader.id}.${kind}.${signature}`)).toEqual({ ok: false, refusal: 'no-such-link' })
  expect(await findPreference(reader.id, 'reply')).toBeUndefined()

  await db.delete(member).where(eq(member.id, other.id))
  const before = await db.$count(notificationPreference)
  for (const memberId of [other.id, newId()])
    expect(await unsubscribe(unsubscribeToken({ memberId, kind: 'reply' }))).toMatchObject({ ok: true })
  expect(await db.$count(notificationPreference)).toBe(before)
})

test('a form that ticks no box means no, and one that names no frequency is refused', () => {
  expect(preferenceInput.parse({ kind: 'reply', mail: 'off' })).toEqual({ kind: 'reply', inPage: false, mail: 'off' })
  expect(preferenceInput.safeParse({ kind: 'reply', inPage: 'on', mail: 'yearly' }).success).toBe(false)
  expect(preferenceInput.safeParse({ kind: 'decision', mail: 'off' }).success).toBe(false)
})
