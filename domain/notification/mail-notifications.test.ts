import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { db } from '@/db/client'
import { upsertPreference } from '@/db/queries/notifications'
import { article, comment, member, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { startMailServer } from '@/faults/testing/mail-server'
import { addToEnvironment } from '@/lib/env'
import { hideComment } from '../moderation/decide-comment'
import { usual } from './kinds'
import { mailNotifications } from './mail-notifications'
import { aReader, aTrustedMember, notificationsOf, reply } from './testing/a-reply'
import { unsubscribeToken } from './unsubscribe-token'

let server: Awaited<ReturnType<typeof startMailServer>>

beforeEach(async () => {
  server = await startMailServer()
  addToEnvironment({
    SMTP_URL: server.url,
    DATA_DIR: await mkdtemp(join(tmpdir(), 'courant-letters-')),
    SITE_URL: 'https://paper.example',
    TIME_ZONE: 'Asia/Kathmandu',
  })
})

/** What the jobs of a member's notifications do, each as often as it is told. */
async function mailAll(memberId: string, now = new Date()) {
  for (const { id } of await notificationsOf(memberId)) await mailNotifications({ notificationId: id }, now)
}

/** Without the folding of its long headers. */
const unfolded = (letter = '') => letter.replace(/\r\n[ \t]+/g, ' ')

async function aTold(text: string, name = 'Nora Quirk') {
  const [reader, other] = [await aReader(), await aTrustedMember(name)]
  const own = await aComment({ memberId: reader.id })
  const made = await reply(other, own, text)
  return { reader, other, own, made }
}

test('a letter tells who answered, what, where and when, and how to get no more of them', async () => {
  const { reader, made } = await aTold('About *time*.')
  await mailAll(reader.id)

  const [letter = '', ...more] = server.letters
  expect(more).toEqual([])
  expect(letter).toContain(`To: ${reader.email}`)
  expect(letter).toContain('Subject: Nora Quirk answered your comment on Courant')
  expect(letter).toContain('> About time.')
  expect(letter).toContain(`https://paper.example/comments/${made.id}`)
  const link = `https://paper.example/api/unsubscribe/${unsubscribeToken({ memberId: reader.id, kind: 'reply' })}`
  expect(unfolded(letter)).toContain(`List-Unsubscribe: <${link}>`)
  expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('however often a job is done, and on however many nodes at once, its letter leaves once', async () => {
  const { reader } = await aTold('Once.')
  const slow = await startMailServer(onTestFinished, 500)
  addToEnvironment({ SMTP_URL: slow.url })
  await Promise.all([mailAll(reader.id), mailAll(reader.id), mailAll(reader.id)])
  await mailAll(reader.id)

  expect(slow.letters).toHaveLength(1)
})

test('what is due together is told in one letter, whoever of its jobs comes first', async () => {
  const [reader, one, two] = [await aReader(), await aTrustedMember('Nora Quirk'), await aTrustedMember('Odd Vik')]
  await upsertPreference(reader.id, 'reply', { usual, mail: 'hourly' }, new Date())
  const own = await aComment({ memberId: reader.id })
  await reply(one, own, 'The first.', new Date('2030-03-01T10:00:00Z'))
  await reply(two, own, 'The second.', new Date('2030-03-01T10:10:00Z'))
  await reply(two, own, 'Of the next hour.', new Date('2030-03-01T10:20:00Z'))
  const told = await notificationsOf(reader.id)
  const jobs = told
    .slice(0, 2)
    .map(({ id }) => mailNotifications({ notificationId: id }, new Date('2030-03-01T10:15:01Z')))
  await Promise.all(jobs)

  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain('Subject: 2 replies to your comments on Courant')
  expect(server.letters[0]).toContain('The first.')
  expect(server.letters[0]).toContain('Mar 1, 2030, 3:55')
  expect(server.letters[0]).not.toContain('Of the next hour.')
  await mailAll(reader.id, new Date('2030-03-01T11:15:01Z'))
  expect(server.letters).toHaveLength(2)
  expect(server.letters[1]).toContain('Of the next hour.')
})

test('a clock that is behind keeps no letter back whose job has come', async () => {
  const { reader } = await aTold('In time.')
  await mailAll(reader.id, new Date(Date.now() - 60_000))
  expect(server.letters).toHaveLength(1)
})

test('a reply that is hidden, or whose article is withdrawn, before its letter leaves is told nobody', async () => {
  const [hidden, gone] = [await aTold('Hidden.'), await aTold('Gone.')]
  const moderator = await aMember({ rank: 'moderator' })
  await hideComment(moderator, { commentId: hidden.made.id, seenAs: 'visible', reason: 'spam', note: '' })
  const withdrawal = { state: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: 'A test.' } as const
  await db.update(article).set(withdrawal).where(eq(article.id, gone.own.articleId))
  for (const { reader } of [hidden, gone]) await mailAll(reader.id)

  expect(server.letters).toEqual([])
  expect(await notificationsOf(hidden.reader.id)).toMatchObject([{ settledAt: expect.any(Date) }])
})

test('of several replies only those that are still read are told', async () => {
  const { reader, other, own, made } = await aTold('Stays away.')
  await reply(other, own, 'Stays here.')
  await db.update(comment).set({ standing: 'deleted' }).where(eq(comment.id, made.id))
  await mailAll(reader.id)

  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain('Subject: Nora Quirk answered your comment')
  expect(server.letters[0]).not.toContain('Stays away.')
})

test('who deleted the account, or wants no letters any more, gets none, and the jobs end well', async () => {
  const [deleted, moved, tired] = [await aTold('One.'), await aTold('Two.'), await aTold('Three.')]
  const told = await Promise.all([deleted, moved, tired].map(({ reader }) => notificationsOf(reader.id)))
  await db.delete(member).where(eq(member.id, deleted.reader.id))
  await db.delete(user).where(eq(user.id, moved.reader.userId))
  await upsertPreference(tired.reader.id, 'reply', { usual, mail: 'off' }, new Date())
  for (const { id } of told.flat()) await mailNotifications({ notificationId: id })

  expect(told.flat()).toHaveLength(3)
  expect(server.letters).toEqual([])
})

test('a letter that is refused is an error, and is sent by the next try as the same letter', async () => {
  const { reader } = await aTold('Patience.')
  await db
    .update(user)
    .set({ email: `nobody-${reader.email}` })
    .where(eq(user.id, reader.userId))
  const [told] = await notificationsOf(reader.id)
  const again = () => mailNotifications({ notificationId: told?.id ?? '' })
  await expect(again()).rejects.toThrow('User unknown')
  await expect(again()).rejects.toThrow('User unknown')
  expect(await notificationsOf(reader.id)).toMatchObject([{ settledAt: null }])

  await db.update(user).set({ email: reader.email }).where(eq(user.id, reader.userId))
  await again()
  expect(server.letters).toHaveLength(1)
  expect(unfolded(server.letters[0])).toContain(`Message-ID: <notification-${told?.id}@paper.example>`)
})
