import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { articleCount, cacheInvalidation, comment, commentCount } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { hideComment } from '../moderation/decide-comment'
import { reactToArticle, reactToComment } from '../reaction/react'
import { checkCounters, type Drift } from './check-counters'
import { commentInput } from './comment-input'
import { postComment } from './post-comment'

const sender = { visitorKey: null, addressHash: 'an-address' }

async function check(limits: { articlesAtOnce?: number; commentsAtOnce?: number } = {}) {
  const drifts: Drift[] = []
  const looked = await checkCounters({ onDrift: (drift) => drifts.push(drift), ...limits })
  return { drifts, looked }
}

const countsOf = (articleId: string) =>
  db.query.articleCount.findFirst({ where: (count) => eq(count.articleId, articleId) })
const commentCountsOf = (commentId: string) =>
  db.query.commentCount.findFirst({ where: (count) => eq(count.commentId, commentId) })

/** An article with a thread, a hidden comment, one that waits, and reactions to all that can have some. */
async function aConversation() {
  const article = await anArticle()
  const root = await aComment({ articleId: article.id })
  const reply = await aComment({ articleId: article.id, parent: root })
  await aComment({ articleId: article.id, parent: reply })
  await aComment({ articleId: article.id, standing: 'held' })
  const rude = await aComment({ articleId: article.id, parent: root })
  const verdict = { commentId: rude.id, seenAs: 'visible', reason: 'personal-attack', note: '' } as const
  await hideComment(await aMember({ rank: 'moderator' }), verdict)
  await reactToArticle(await aMember(), { targetId: article.id, to: 1 }, sender)
  await reactToComment(await aMember(), { targetId: root.id, to: 1 }, sender)
  await reactToComment(await aMember(), { targetId: reply.id, to: -1 }, sender)
  return { article, root, reply }
}

beforeEach(async () => {
  await check()
})

test('counters that the acts kept are left as they are, and nothing is invalidated', async () => {
  await aConversation()
  await db.delete(cacheInvalidation)

  expect((await check()).drifts).toEqual([])
  expect(await db.$count(cacheInvalidation)).toBe(0)
})

test('an article’s wrong counters are mended, told, and forgotten by the caches', async () => {
  const { article } = await aConversation()
  const wrong = { comments: 7, roots: 0, likes: 0, dislikes: 4 }
  const right = { comments: 3, roots: 1, likes: 1, dislikes: 0 }
  await db.update(articleCount).set(wrong).where(eq(articleCount.articleId, article.id))
  await db.delete(cacheInvalidation)
  const { drifts } = await check()

  expect(drifts).toEqual([{ articleId: article.id, article: { before: wrong, after: right }, comments: [] }])
  expect(await countsOf(article.id)).toMatchObject(right)
  expect(await db.query.cacheInvalidation.findFirst()).toMatchObject({
    tags: [`comments:${article.id}`, `counts:${article.id}`],
    urgency: 'now',
  })
  expect((await check()).drifts).toEqual([])
})

test('a comment’s wrong counters are mended, with the keys by which threads are ordered', async () => {
  const { article, root, reply } = await aConversation()
  const right = [await commentCountsOf(root.id), await commentCountsOf(reply.id)]
  await db
    .update(commentCount)
    .set({ rootNo: null, likes: 40, dislikes: 2, replies: 0, best: 0.9 })
    .where(eq(commentCount.commentId, root.id))
  await db.update(commentCount).set({ best: 0.5 }).where(eq(commentCount.commentId, reply.id))
  const { drifts } = await check()

  expect(drifts).toMatchObject([{ articleId: article.id, article: undefined }])
  expect(drifts[0]?.comments).toHaveLength(2)
  expect(drifts[0]?.comments).toContainEqual({
    id: root.id,
    before: { rootNo: null, likes: 40, dislikes: 2, replies: 0, best: 0.9 },
    after: { rootNo: 1, likes: 1, dislikes: 0, replies: 2, best: right[0]?.best },
  })
  expect([await commentCountsOf(root.id), await commentCountsOf(reply.id)]).toEqual(right)
})

test('numbers that were given are never given again, though their comments are gone', async () => {
  const article = await anArticle()
  const [, last] = [await aComment({ articleId: article.id }), await aComment({ articleId: article.id })]
  await db.delete(comment).where(eq(comment.id, last.id))
  const { drifts } = await check()

  expect(drifts).toMatchObject([{ article: { before: { comments: 2, roots: 2 }, after: { comments: 1, roots: 2 } } }])
  expect((await aComment({ articleId: article.id })).rootNo).toBe(3)
})

test('every article is looked at, and every comment mended, in however small steps', async () => {
  const articles = await Promise.all(Array.from({ length: 5 }, () => anArticle()))
  const long = await anArticle()
  for (let n = 0; n < 5; n++) await aComment({ articleId: long.id })
  await db.update(commentCount).set({ likes: 9 }).where(eq(commentCount.articleId, long.id))
  for (const { id } of articles) await db.update(articleCount).set({ likes: 9 }).where(eq(articleCount.articleId, id))
  const { drifts, looked } = await check({ articlesAtOnce: 2, commentsAtOnce: 2 })

  expect(looked).toBe(await db.$count(articleCount))
  expect(drifts.map(({ articleId }) => articleId).filter((id) => id !== long.id)).toEqual(
    articles.map(({ id }) => id).toSorted(),
  )
  expect(drifts.filter(({ articleId }) => articleId === long.id).map(({ comments }) => comments.length)).toEqual([
    2, 2, 1,
  ])
  expect((await check()).drifts).toEqual([])
})

test('people who post, answer and react while the counters are mended leave exact numbers', async () => {
  const { article, root } = await aConversation()
  const people = await Promise.all(Array.from({ length: 12 }, () => aMember()))
  // Let through before, so that nothing of theirs is held.
  for (const { id } of people) await aComment({ memberId: id })
  const before = await countsOf(article.id)
  const spoil = async () => {
    await db.update(articleCount).set({ comments: 500, likes: 500 }).where(eq(articleCount.articleId, article.id))
    await db.update(commentCount).set({ likes: 500, replies: 500 }).where(eq(commentCount.commentId, root.id))
  }
  await spoil()
  const writing = people.map(async (person, nth) => {
    const parentId = nth % 2 === 0 ? root.id : ''
    const input = commentInput.parse({ articleId: article.id, parentId, text: `Number ${nth}` })
    expect(await postComment(person, input, sender)).toMatchObject({ ok: true, value: { standing: 'visible' } })
    await reactToArticle(person, { targetId: article.id, to: 1 }, sender)
    await reactToComment(person, { targetId: root.id, to: nth % 3 === 0 ? -1 : 1 }, sender)
  })
  await Promise.all([...writing, check(), check(), check(), check()])

  expect((await check()).drifts).toEqual([])
  expect(await countsOf(article.id)).toMatchObject({
    comments: (before?.comments ?? 0) + 12,
    roots: (before?.roots ?? 0) + 6,
    likes: 13,
  })
  expect(await commentCountsOf(root.id)).toMatchObject({ likes: 9, dislikes: 4, replies: 8 })
})

test('a check that is called off stops where it is, and says so', async () => {
  const { article } = await aConversation()
  await db.update(articleCount).set({ likes: 9 }).where(eq(articleCount.articleId, article.id))
  const stopped = checkCounters({ onDrift: () => {}, signal: AbortSignal.abort(new Error('the site stops')) })

  await expect(stopped).rejects.toThrow('the site stops')
  expect(await countsOf(article.id)).toMatchObject({ likes: 9 })
})
