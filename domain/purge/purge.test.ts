import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { takeAddressKey } from '@/db/queries/address-keys'
import {
  addressKey,
  appeal,
  articleReaction,
  articleVisit,
  block,
  comment,
  commentDraft,
  commentReaction,
  confirmationCode,
  guestLetter,
  notification,
  ownerLink,
  rateLimit,
  report,
  session,
  signInCode,
  user,
  verificationToken,
} from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { weekOf } from '@/lib/week'
import { purge } from './purge'

const now = new Date('2026-11-26T04:15:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)
const run = (wish: Partial<Parameters<typeof purge>[0]> = {}) => purge({ senderDays: 30, now, ...wish })

beforeEach(async () => {
  for (const table of [comment, notification, report, addressKey]) await db.delete(table)
})

async function aSentComment(createdAt: Date) {
  const { id } = await aComment()
  await db
    .update(comment)
    .set({ createdAt, senderHash: `hash-${id}` })
    .where(eq(comment.id, id))
  return id
}

const senderOfComment = async (id: string) => {
  const [row] = await db.select({ hash: comment.senderHash }).from(comment).where(eq(comment.id, id))
  return row?.hash
}

test('after thirty days nobody knows which neighbourhood a comment came from, and before that moderators do', async () => {
  const [old, young] = [await aSentComment(daysAgo(30.1)), await aSentComment(daysAgo(29.9))]
  expect(await run()).toMatchObject({ senders: 1 })
  expect(await senderOfComment(old)).toBeNull()
  expect(await senderOfComment(young)).toBe(`hash-${young}`)
  expect(await run({ senderDays: 1 })).toMatchObject({ senders: 1 })
  expect(await senderOfComment(young)).toBeNull()
})

test('many are forgotten a few at a time, and a purge that is called off ends between two steps', async () => {
  for (let no = 0; no < 5; no++) await aSentComment(daysAgo(40))
  await expect(run({ signal: AbortSignal.abort(new Error('the site stops')) })).rejects.toThrow('the site stops')
  expect(await run({ atOnce: 2 })).toMatchObject({ senders: 5 })
})

test('who reported long ago is forgotten, and the report stays', async () => {
  const commentId = await aSentComment(daysAgo(1))
  const made = { commentId, reason: 'spam', visitorKey: 'a-visitor', createdAt: daysAgo(31) }
  await db.insert(report).values([made, { ...made, visitorKey: 'another', createdAt: daysAgo(2) }])
  expect(await run()).toMatchObject({ reporters: 1 })
  const rows = await db.select({ key: report.visitorKey }).from(report).orderBy(report.createdAt)
  expect(rows).toEqual([{ key: null }, { key: 'another' }])
})

test('where a visitor reacted from is forgotten, and the reaction stays', async () => {
  const { id: articleId } = await anArticle()
  const commentId = await aSentComment(daysAgo(1))
  const made = { visitorKey: 'a-visitor', value: 1, senderHash: 'a-hash', createdAt: daysAgo(31) }
  await db.insert(articleReaction).values([
    { ...made, articleId },
    { ...made, articleId, visitorKey: 'another', createdAt: daysAgo(2) },
  ])
  await db.insert(commentReaction).values({ ...made, commentId })
  expect(await run()).toMatchObject({ reactors: 2 })
  const rows = await db
    .select({ hash: articleReaction.senderHash })
    .from(articleReaction)
    .where(eq(articleReaction.articleId, articleId))
    .orderBy(articleReaction.createdAt)
  expect(rows).toEqual([{ hash: null }, { hash: 'a-hash' }])
})

test('that somebody looked at a conversation half a year ago is forgotten', async () => {
  const [{ id: memberId }, old, young] = [await aMember(), await anArticle(), await anArticle()]
  await db.insert(articleVisit).values([
    { memberId, articleId: old.id, lastLookAt: daysAgo(181) },
    { memberId, articleId: young.id, lastLookAt: daysAgo(179) },
  ])
  expect(await run()).toMatchObject({ visits: 1 })
  const left = await db
    .select({ id: articleVisit.articleId })
    .from(articleVisit)
    .where(eq(articleVisit.memberId, memberId))
  expect(left).toEqual([{ id: young.id }])
})

test('a block goes half a year after its end, and its address with it', async () => {
  const ids = [newId(), newId(), newId(), newId()] as const
  const ends = [
    { endsAt: daysAgo(181) },
    { endsAt: daysAgo(-5), liftedAt: daysAgo(181) },
    { endsAt: daysAgo(179) },
    { endsAt: null },
  ]
  await db
    .insert(block)
    .values(
      ids.map((id, place) => ({ id, kind: 'domain' as const, name: `${id}.example`, reason: 'spam', ...ends[place] })),
    )
  expect(await run()).toMatchObject({ blocks: 2 })
  const left = await db
    .select({ id: block.id })
    .from(block)
    .where(inArray(block.id, [...ids]))
  expect(left.map(({ id }) => id).sort()).toEqual([ids[2], ids[3]].sort())
})

test('old notifications go, but none that a letter is still to tell of', async () => {
  const member = await aMember()
  const told = async (createdAt: Date, wish = {}) => {
    const row = { id: newId(), memberId: member.id, kind: 'reply' as const, inPage: true, createdAt, ...wish }
    await db.insert(notification).values({ ...row, commentId: await aSentComment(createdAt) })
    return row.id
  }
  await told(daysAgo(181))
  await told(daysAgo(181), { dueAt: daysAgo(181), settledAt: daysAgo(181) })
  const kept = [await told(daysAgo(181), { dueAt: daysAgo(181) }), await told(daysAgo(179))]
  expect(await run()).toMatchObject({ notifications: 2 })
  const rows = await db.select({ id: notification.id }).from(notification)
  expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort())
})

test('the address that a guest gave is forgotten, but not while a decision or an appeal is still to come', async () => {
  const from = async (days: number, wish: Partial<typeof comment.$inferInsert> = {}) => {
    const { id } = await aComment({ guestName: 'Ida Quayle' })
    const values = { guestEmail: 'ida@example.org', createdAt: daysAgo(days), ...wish }
    await db.update(comment).set(values).where(eq(comment.id, id))
    return id
  }
  const old = await from(31)
  const hidden = { standing: 'hidden', hiddenBecause: 'spam' } as const
  const [young, waiting, appealed] = [await from(29), await from(31, { standing: 'held' }), await from(31, hidden)]
  await db.insert(appeal).values({ decisionId: newId(), commentId: appealed, text: 'No.' })
  expect(await run()).toMatchObject({ guests: 1 })
  const kept = await db.select({ id: comment.id }).from(comment).where(eq(comment.guestEmail, 'ida@example.org'))
  expect(kept.map(({ id }) => id).sort()).toEqual([young, waiting, appealed].sort())
  expect(kept.map(({ id }) => id)).not.toContain(old)
})

test('that a guest was sent a letter half a year ago is forgotten', async () => {
  const [old, young] = [newId(), newId()]
  await db.insert(guestLetter).values([
    { decisionId: old, sentAt: daysAgo(181) },
    { decisionId: young, sentAt: daysAgo(179) },
  ])
  expect(await run()).toMatchObject({ guestLetters: 1 })
  expect(await db.select({ id: guestLetter.decisionId }).from(guestLetter)).toEqual([{ id: young }])
})

test('what was good for a while goes when that is over, and nothing sooner', async () => {
  const [over, still] = [new Date(now.getTime() - 1000), new Date(now.getTime() + 1000)]
  const [account] = await db.insert(user).values({}).returning({ id: user.id })
  const { id: articleId } = await anArticle()
  for (const expiresAt of [over, still]) {
    const name = `${expiresAt.getTime()}`
    await db.insert(commentDraft).values({ tokenHash: name, articleId, expiresAt })
    await db.insert(confirmationCode).values({ answer: 'ABCDE', expiresAt, usedAt: now })
    await db.insert(verificationToken).values({ identifier: name, token: name, expires: expiresAt })
    await db.insert(signInCode).values({ email: name, codeHash: name, browserHash: name, sealedToken: name, expiresAt })
    await db.insert(ownerLink).values({ tokenHash: name, memberId: newId(), expiresAt, usedAt: now })
    await db.insert(session).values({ sessionToken: name, userId: account?.id ?? '', expires: expiresAt })
    await db.insert(rateLimit).values({ key: name, points: 1, expire: expiresAt })
  }
  await run()
  const tables = [commentDraft, confirmationCode, verificationToken, signInCode, ownerLink, session, rateLimit]
  for (const table of tables) expect([table, await db.$count(table)]).toEqual([table, 1])
  const [kept] = await db.select({ key: rateLimit.key }).from(rateLimit)
  expect(kept?.key).toBe(`${still.getTime()}`)
})

test('the keys of earlier weeks are deleted, and that of this week stays', async () => {
  const week = weekOf(now)
  for (const one of [week - 2, week - 1, week]) await takeAddressKey(one, `key ${one}`)
  await run()
  expect(await db.select({ week: addressKey.week }).from(addressKey)).toEqual([{ week }])
})

test('no table has a column for an address of the network, but for the ranges that moderators type to block them', async () => {
  const columns = await db.execute(sql`
    select table_name, column_name from information_schema.columns where table_schema = 'public'
      and (data_type in ('inet', 'cidr') or column_name ~ '(^|_)ip(_|$)')`)
  expect([...columns]).toEqual([{ table_name: 'block', column_name: 'range' }])
})
