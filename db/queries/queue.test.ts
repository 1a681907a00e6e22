import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment, commentCount, report, section } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { dismissReports, hideComment } from '@/domain/moderation/decide-comment'
import { type QueueTab, queueTabs } from '@/domain/moderation/queue-tabs'
import { newId } from '@/lib/new-id'
import { countQueue, findLongestWait, listQueue } from './queue'

const now = new Date('2026-06-01T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const aModerator = () => aMember({ rank: 'moderator' })

async function aReport(commentId: string, createdAt: Date, reason = 'spam') {
  await db.insert(report).values({ id: newId(), commentId, memberId: (await aMember()).id, reason, createdAt })
}

/** One comment for each tab, under an article of their own. */
async function anArticleOfAll() {
  const article = await anArticle()
  const made = { articleId: article.id }
  const comments = {
    held: await aComment({ ...made, standing: 'held' }),
    unmoderated: await aComment(made),
    reported: await aComment(made),
    approved: await aComment(made),
    hidden: await aComment(made),
  }
  const moderator = await aModerator()
  for (const { id } of [comments.reported, comments.approved]) await aReport(id, hoursAgo(1))
  await dismissReports(moderator, { commentId: comments.approved.id, note: '' })
  await hideComment(moderator, { commentId: comments.hidden.id, seenAs: 'visible', reason: 'hate', note: '' })
  return { article, comments }
}

const idsIn = async (filter: Parameters<typeof listQueue>[0], limit = 20) =>
  (await listQueue(filter, limit, now)).map(({ id }) => id)

test('every comment is in the tab of how it stands, and a reported one in that of the unmoderated too', async () => {
  const before = await countQueue()
  const { article, comments } = await anArticleOfAll()
  const expected: Record<QueueTab, string[]> = {
    held: [comments.held.id],
    reported: [comments.reported.id],
    unmoderated: [comments.unmoderated.id, comments.reported.id],
    approved: [comments.approved.id],
    hidden: [comments.hidden.id],
  }
  for (const tab of queueTabs) {
    expect([tab, await idsIn({ tab, order: 'oldest', article: article.slug })]).toEqual([tab, expected[tab]])
    expect(await idsIn({ tab, order: 'newest', article: article.slug })).toEqual(expected[tab].toReversed())
    expect(await idsIn({ tab, order: 'risk', article: article.slug })).toHaveLength(expected[tab].length)
  }
  const grown = Object.entries(await countQueue()).map(([tab, n]) => [tab, n - before[tab as QueueTab]])
  expect(Object.fromEntries(grown)).toEqual({ held: 1, reported: 1, unmoderated: 2, approved: 1, hidden: 1 })
})

test('a tab is narrowed by section, writer, age and reason', async () => {
  const { article, comments } = await anArticleOfAll()
  const guests = await aComment({ articleId: article.id, standing: 'held', guestName: 'Passer-by' })
  await db
    .update(comment)
    .set({ createdAt: hoursAgo(30), heldBecause: 'guest' })
    .where(eq(comment.id, guests.id))
  await db
    .update(comment)
    .set({ createdAt: hoursAgo(0.5) })
    .where(eq(comment.id, comments.held.id))
  const [{ slug } = { slug: '' }] = await db
    .select({ slug: section.slug })
    .from(section)
    .where(eq(section.id, sql`(select section_id from article where id = ${article.id})`))
  const held = { tab: 'held', order: 'oldest', section: slug } as const

  expect(await idsIn(held)).toEqual([guests.id, comments.held.id])
  expect(await idsIn({ ...held, section: 'elsewhere' })).toEqual([])
  expect(await idsIn({ ...held, who: 'guest' })).toEqual([guests.id])
  expect(await idsIn({ ...held, who: 'member' })).toEqual([comments.held.id])
  expect(await idsIn({ ...held, why: 'guest' })).toEqual([guests.id])
  expect(await idsIn({ ...held, age: 'hour' })).toEqual([comments.held.id])
  expect(await idsIn({ ...held, age: 'over-day' })).toEqual([guests.id])
  expect(await idsIn({ ...held, age: 'over-week' })).toEqual([])
  expect(await idsIn({ ...held, tab: 'hidden', why: 'hate' })).toEqual([comments.hidden.id])
  expect(await idsIn({ ...held, tab: 'hidden', why: 'spam' })).toEqual([])
  expect(await idsIn({ ...held, tab: 'reported', why: 'spam' })).toEqual([comments.reported.id])
  expect(await idsIn({ ...held, tab: 'reported', why: 'hate' })).toEqual([])
})

test('a page goes on exactly where the last one ended, within one moment too', async () => {
  const article = await anArticle()
  const made = await Promise.all(
    Array.from({ length: 7 }, () => aComment({ articleId: article.id, standing: 'held' }).then(({ id }) => id)),
  )
  // Four of them in one microsecond, which no JavaScript date tells.
  await db.execute(sql`update comment set created_at = '2026-05-01T10:00:00.123456Z' where id in ${made.slice(0, 4)}`)
  await db.execute(sql`update comment set created_at = '2026-05-01T10:00:00.123457Z' where id in ${made.slice(4)}`)
  for (const order of ['oldest', 'newest'] as const) {
    const filter = { tab: 'held', order, article: article.slug } as const
    const whole = await listQueue(filter, 20, now)
    const walked: string[] = []
    for (let after: { micros: string; id: string } | undefined; walked.length < 7; ) {
      const [one] = await listQueue({ ...filter, after }, 1, now)
      walked.push(one?.id ?? 'nothing')
      after = one && { micros: one.micros, id: one.key }
    }
    expect(walked).toEqual(whole.map(({ id }) => id))
    expect(new Set(walked)).toEqual(new Set(made))
  }
})

test('the riskiest come first: reports, an author who was hidden before, links, dislikes', async () => {
  const article = await anArticle()
  const [moderator, offender] = [await aModerator(), await aMember()]
  const plain = await aComment({ articleId: article.id })
  const linked = await aComment({ articleId: article.id, text: 'See https://a.example and http://b.example now' })
  const disliked = await aComment({ articleId: article.id })
  await db.update(commentCount).set({ likes: 1, dislikes: 4 }).where(eq(commentCount.commentId, disliked.id))
  const offenders = await aComment({ articleId: article.id, memberId: offender.id })
  for (let n = 0; n < 4; n++) {
    const { id } = await aComment({ memberId: offender.id })
    await hideComment(moderator, { commentId: id, seenAs: 'visible', reason: 'hate', note: '' })
  }
  const reported = await aComment({ articleId: article.id })
  for (const hours of [1, 2]) await aReport(reported.id, hoursAgo(hours))

  const found = await listQueue({ tab: 'unmoderated', order: 'risk', article: article.slug }, 20, now)
  expect(found.map(({ id, risk }) => [id, risk])).toEqual([
    [reported.id, 6],
    [offenders.id, 4],
    [disliked.id, 3],
    [linked.id, 2],
    [plain.id, 0],
  ])
})

test('a report of a comment that was reported before brings it into no second place', async () => {
  const one = await aComment()
  for (const hours of [3, 5, 4]) await aReport(one.id, hoursAgo(hours))
  const found = (await listQueue({ tab: 'reported', order: 'oldest' }, 100, now)).filter(({ id }) => id === one.id)
  expect(found).toMatchObject([{ since: hoursAgo(5) }])
})

test('the longest wait is that of the oldest held or reported comment', async () => {
  const long = new Date('2020-01-01T00:00:00Z')
  const one = await aComment()
  await aReport(one.id, long)
  expect(await findLongestWait()).toEqual(long)
  await dismissReports(await aModerator(), { commentId: one.id, note: '' })
  expect(await findLongestWait()).not.toEqual(long)
})
