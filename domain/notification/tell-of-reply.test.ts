import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findAnswered, upsertPreference } from '@/db/queries/notifications'
import { notification } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { env } from '@/lib/env'
import { approveComment, hideComment, restoreComment } from '../moderation/decide-comment'
import { usual } from './kinds'
import { tellOfReply } from './tell-of-reply'
import { aReader, aTrustedMember, notificationsOf, reply } from './testing/a-reply'

const sql = postgres(env().databaseUrl ?? '', { max: 1, onnotice: () => {} })
afterAll(() => sql.end())

const jobsOf = (notificationId: string) =>
  sql`select state::text, start_after from pgboss.job where data->>'notificationId' = ${notificationId}`

test('a reply that is read at once is told to whom it answers, and its letter waits in the queue', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  const comment = await aComment({ memberId: reader.id })
  const made = await reply(other, comment)

  const [told, ...more] = await notificationsOf(reader.id)
  expect(more).toEqual([])
  expect(told).toMatchObject({ commentId: made.id, inPage: true, readAt: null, settledAt: null })
  expect(await jobsOf(told?.id ?? '')).toMatchObject([{ state: 'created', start_after: told?.dueAt }])
})

test('nobody is told of their own reply, and a guest of none', async () => {
  const reader = await aReader()
  const own = await aComment({ memberId: reader.id })
  await reply(reader, own)
  const guests = await aComment({ guestName: 'Ida Quayle' })
  const before = await db.$count(notification)
  await reply(await aTrustedMember(), guests)

  expect(await notificationsOf(reader.id)).toEqual([])
  expect(await db.$count(notification)).toBe(before)
})

test('a held reply is told when a moderator lets it through, once however often it is hidden again', async () => {
  const [reader, newcomer, moderator] = [await aReader(), await aMember(), await aMember({ rank: 'moderator' })]
  const comment = await aComment({ memberId: reader.id })
  const held = await reply(newcomer, comment)
  expect(held.standing).toBe('held')
  expect(await notificationsOf(reader.id)).toEqual([])

  const verdict = { commentId: held.id, note: '' }
  expect(await approveComment(moderator, { ...verdict, seenAs: 'held' })).toMatchObject({ ok: true })
  expect(await notificationsOf(reader.id)).toHaveLength(1)
  expect(await hideComment(moderator, { ...verdict, seenAs: 'visible', reason: 'spam' })).toMatchObject({ ok: true })
  expect(await restoreComment(moderator, { ...verdict, seenAs: 'hidden' })).toMatchObject({ ok: true })
  expect(await notificationsOf(reader.id)).toHaveLength(1)
})

test('where showing the reply is rolled back, neither the notification nor its job is there', async () => {
  const reader = await aReader()
  const comment = await aComment({ memberId: reader.id })
  const answer = await aComment({ articleId: comment.articleId, parent: comment })
  const [before] = await sql`select count(*)::int as n from pgboss.job`
  const rolledBack = db.transaction(async (tx) => {
    await tellOfReply(answer, await findAnswered(comment.id, tx), new Date(), tx)
    expect(await tx.$count(notification)).toBeGreaterThan(0)
    throw new Error('the end of it')
  })

  await expect(rolledBack).rejects.toThrow('the end of it')
  expect(await notificationsOf(reader.id)).toEqual([])
  expect(await sql`select count(*)::int as n from pgboss.job`).toEqual([before])
})

test('without a confirmed address there is no letter; with neither page nor letter wished there is nothing', async () => {
  const [unconfirmed, quiet, other] = [await aReader({ isConfirmed: false }), await aReader(), await aTrustedMember()]
  await upsertPreference(quiet.id, 'reply', { usual, inPage: false, mail: 'off' }, new Date())
  await reply(other, await aComment({ memberId: unconfirmed.id }))
  await reply(other, await aComment({ memberId: quiet.id }))

  expect(await notificationsOf(unconfirmed.id)).toMatchObject([{ inPage: true, dueAt: null }])
  expect(await notificationsOf(quiet.id)).toEqual([])
})

test('who wants one letter a day is told by a job of the next morning', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  await upsertPreference(reader.id, 'reply', { usual, mail: 'daily' }, new Date())
  await reply(other, await aComment({ memberId: reader.id }), 'When?', new Date('2030-03-01T12:00:00Z'))

  const [told] = await notificationsOf(reader.id)
  expect(told?.dueAt).toEqual(new Date('2030-03-02T08:00:00Z'))
  expect(await jobsOf(told?.id ?? '')).toMatchObject([{ start_after: new Date('2030-03-02T08:00:00Z') }])
})

test('the same reply sent twice at once is told once', async () => {
  const [reader, other] = [await aReader(), await aTrustedMember()]
  const comment = await aComment({ memberId: reader.id })
  const [one, two] = await Promise.all([reply(other, comment, 'Twice.'), reply(other, comment, 'Twice.')])

  expect(one.id).toBe(two.id)
  expect(await notificationsOf(reader.id)).toHaveLength(1)
})
