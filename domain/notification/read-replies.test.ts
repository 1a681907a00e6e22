import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { notification } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { stranger } from '../actor'
import { deleteComment } from '../comment/delete-comment'
import { placeText, readPlace, repliesPerPage } from './inbox-place'
import { markRead, readInput } from './mark-read'
import { readReplies } from './read-replies'
import { aReader, aTrustedMember, notificationsOf, reply, sender } from './testing/a-reply'

const textsOf = async (memberId: string, before?: string) =>
  (await readReplies(memberId, before)).replies.map(({ excerpt }) => excerpt)

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

test('the list tells the latest first, in pages that a reply which comes meanwhile does not shift', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  // Nobody writes so much at once without being asked for the code.
  const writers = await Promise.all(Array.from({ length: 6 }, () => aTrustedMember()))
  const own = await aComment({ memberId: reader.id })
  const many = repliesPerPage + 2
  const began = Date.now() - 30 * 60_000
  // Two of each moment, so that the moment alone does not part the pages.
  for (let no = 1; no <= many; no++) {
    await reply(writers[no % writers.length] ?? other, own, `Number ${no}.`, new Date(began + Math.floor(no / 2)))
  }
  const first = await readReplies(reader.id, undefined)
  expect(first).toMatchObject({ unread: many, isFirst: true })
  expect(first.replies).toHaveLength(repliesPerPage)

  await reply(other, own, 'Meanwhile.')
  const second = await readReplies(reader.id, first.older && placeText(first.older))
  const told = [...first.replies, ...second.replies].map(({ excerpt }) => excerpt)
  expect(second).toMatchObject({ older: undefined, isFirst: false })
  expect(new Set(told)).toEqual(new Set(Array.from({ length: many }, (_, no) => `Number ${no + 1}.`)))
  expect(told).toHaveLength(many)
})

test('nobody is told of what others are told, nor of what is not read any more', async () => {
  const [reader, other, third] = [await aReader(), await aTrustedMember(), await aReader()]
  const own = await aComment({ memberId: reader.id })
  const gone = await reply(other, own, 'Gone.')
  await reply(other, own, 'Here.')
  await deleteComment(other, { commentId: gone.id }, sender)

  expect(await textsOf(reader.id)).toEqual(['Here.'])
  expect(await readReplies(reader.id, undefined)).toMatchObject({ unread: 1 })
  expect(await readReplies(third.id, undefined)).toMatchObject({ replies: [], unread: 0, isFirst: true })
})

test('one reply is marked as read, and then all that the page showed, but none that came later', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  const own = await aComment({ memberId: reader.id })
  await reply(other, own, 'One.', ago(3 * 60_000))
  await reply(other, own, 'Two.', ago(2 * 60_000))
  await reply(other, own, 'Three.', ago(60_000))
  const [one] = await notificationsOf(reader.id)
  const unread = async () => (await readReplies(reader.id, undefined)).unread

  expect(await markRead(reader, { id: one?.id ?? '' })).toMatchObject({ ok: true })
  expect(await unread()).toBe(2)
  await markRead(reader, { until: ago(90_000) })
  expect(await unread()).toBe(1)
})

test('nobody marks what is another’s, and strangers nothing', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  await reply(other, await aComment({ memberId: reader.id }))
  const [told] = await notificationsOf(reader.id)
  await markRead(await aMember(), { id: told?.id ?? '' })
  await markRead(await aMember(), { until: new Date(Date.now() + 60_000) })
  expect(await markRead(stranger, { id: told?.id ?? '' })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await db.$count(notification, eq(notification.id, told?.id ?? ''))).toBe(1)
  expect(await notificationsOf(reader.id)).toMatchObject([{ readAt: null }])
})

test('an address that names no place of the list is its beginning', () => {
  const place = { createdAt: new Date(1_795_000_000_123), id: newId() }
  expect(readPlace(placeText(place))).toEqual(place)
  for (const wrong of ['', 'x', `-${place.id}`, `99999999999999-${place.id}`, `1-${'x'.repeat(36)}`, ['1'], undefined])
    expect(readPlace(wrong)).toBeUndefined()
  expect(readInput.safeParse({ until: '99999999999999' }).success).toBe(false)
})
