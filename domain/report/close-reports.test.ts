import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findOwnReport, listReportsBy } from '@/db/queries/reports'
import { aComment, aMember } from '@/db/testing/a-paper'
import { env } from '@/lib/env'
import { type Actor, stranger } from '../actor'
import { reportComment } from '../comment/report-comment'
import { dismissReports, hideComment, restoreComment } from '../moderation/decide-comment'
import { mailNotifications } from '../notification/mail-notifications'
import { markRead } from '../notification/mark-read'
import { changePreference } from '../notification/preference'
import { readReplies } from '../notification/read-replies'
import { aReader, notificationsOf } from '../notification/testing/a-reply'

const tell = (actor: Actor, commentId: string, visitorKey: string | null = null) =>
  reportComment(actor, { commentId, reason: 'spam', note: '' }, { visitorKey, addressHash: 'an-address' })

const hide = async (commentId: string) =>
  hideComment(await aMember({ rank: 'moderator' }), { commentId, seenAs: 'visible', reason: 'hate', note: '' })
const keep = async (commentId: string) => dismissReports(await aMember({ rank: 'moderator' }), { commentId, note: '' })

/** The letters to an address. */
function lettersTo(email: string) {
  const folder = env().outboxFolder
  const all = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return all.filter((letter) => letter.includes(email))
}

test('a member is told once what became of a report, on the account page, until it is read', async () => {
  const [reader, bad, good] = [await aReader(), await aComment(), await aComment()]
  await tell(reader, bad.id)
  await tell(reader, good.id)
  expect(await notificationsOf(reader.id)).toEqual([])
  await hide(bad.id)
  await keep(good.id)

  const told = await notificationsOf(reader.id)
  expect(told.map(({ kind, commentId, dueAt }) => [kind, commentId, dueAt])).toEqual([
    ['report-outcome', bad.id, null],
    ['report-outcome', good.id, null],
  ])
  const shown = async () =>
    (await listReportsBy(reader.id)).map(({ outcome, unreadId }) => [outcome, unreadId !== null])
  expect(await shown()).toEqual([
    ['dismissed', true],
    ['upheld', true],
  ])
  // They are no replies.
  expect(await readReplies(reader.id, undefined)).toMatchObject({ replies: [], unread: 0 })
  await markRead(reader, { id: told[0]?.id ?? '' })
  expect(await shown()).toEqual([
    ['dismissed', true],
    ['upheld', false],
  ])
  await restoreComment(await aMember({ rank: 'moderator' }), { commentId: bad.id, seenAs: 'hidden', note: '' })
  expect(await notificationsOf(reader.id)).toHaveLength(2)
})

test('who wishes a letter gets one, which repeats nothing of what was reported', async () => {
  const [reader, bad] = [await aReader(), await aComment({ text: 'Buy hats at hats dot example.' })]
  await changePreference(reader, { kind: 'report-outcome', inPage: true, mail: 'at-once' })
  await tell(reader, bad.id)
  await hide(bad.id)
  const [told] = await notificationsOf(reader.id)
  expect(told?.dueAt).not.toBeNull()
  await mailNotifications({ notificationId: told?.id ?? '' })
  await mailNotifications({ notificationId: told?.id ?? '' })
  const letters = lettersTo(reader.email)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain('What became of your report')
  expect(letters[0]).toMatch(/A moderator removed the/)
  expect(letters[0]).not.toContain('hats')
  expect(letters[0]).toContain('List-Unsubscribe')
})

test('who wishes not to be told is not, and whose address is not confirmed gets no letter', async () => {
  const [quiet, unconfirmed, bad] = [await aReader(), await aReader({ isConfirmed: false }), await aComment()]
  await changePreference(quiet, { kind: 'report-outcome', inPage: false, mail: 'off' })
  await changePreference(unconfirmed, { kind: 'report-outcome', inPage: true, mail: 'at-once' })
  await tell(quiet, bad.id)
  await tell(unconfirmed, bad.id)
  await hide(bad.id)
  expect(await notificationsOf(quiet.id)).toEqual([])
  expect(await notificationsOf(unconfirmed.id)).toMatchObject([{ inPage: true, dueAt: null }])
})

test('a guest finds the outcome where they reported, by the browser’s key, and nobody else does', async () => {
  const bad = await aComment()
  await tell(stranger, bad.id, 'a browser')
  const own = (visitorKey: string | null) => findOwnReport(bad.id, { memberId: null, visitorKey })
  expect(await own('a browser')).toEqual({ outcome: null, standing: 'visible' })
  await hide(bad.id)
  expect(await own('a browser')).toEqual({ outcome: 'upheld', standing: 'hidden' })
  expect(await own('another browser')).toBeUndefined()
  expect(await own(null)).toBeUndefined()
  const member = await aMember()
  expect(await findOwnReport(bad.id, { memberId: member.id, visitorKey: 'a browser' })).toBeUndefined()
})
