import { and, count, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reactToArticle } from '@/domain/reaction/react'
import { db } from '../client'
import { countArticles, findArticle, listArticles } from '../queries/articles'
import { listThread } from '../queries/threads'
import {
  type article,
  articleCount,
  articleReaction,
  author,
  comment,
  commentCount,
  commentReaction,
  correction,
  decision,
  media,
  member,
  section,
  topic,
} from '../schema'
import { aComment, aMember, anArticle } from '../testing/a-paper'
import { fillWithDemonstrationPaper } from './demo'
import { removeDemonstrationPaper } from './remove-demo'

const now = new Date()
const steps: number[] = []
await fillWithDemonstrationPaper((done, of) => steps.push(done / of), now)

const all = { limit: 100, offset: 0 }
const demoRows = async (
  table:
    | typeof article
    | typeof author
    | typeof member
    | typeof section
    | typeof topic
    | typeof media
    | typeof comment
    | typeof decision,
) => (await db.select({ n: count() }).from(table).where(sql`batch = 'demo'`))[0]?.n

test('the demonstration paper has its sections, authors, pictures and articles, all of them out', async () => {
  expect(await countArticles({ of: 'all' }, now)).toBe(24)
  expect([await demoRows(section), await demoRows(author), await demoRows(media)]).toEqual([6, 8, 24])
  const cards = await listArticles({ of: 'all' }, all, now)
  expect(cards.every((card) => card.picture?.alt && card.bylines.length > 0 && card.standfirst)).toBe(true)
  expect(await findArticle('sker-ferry-fares', now)).toMatchObject({ changedAt: expect.any(Date) })
  expect(await db.$count(correction)).toBe(2)
  expect(steps.at(-1)).toBe(1)
})

test('nothing of it lies in time to come', async () => {
  expect(
    await db.$count(comment, or(gt(comment.createdAt, now), gt(comment.visibleAt, now), gt(comment.movedAt, now))),
  ).toBe(0)
  expect(await db.$count(correction, gt(correction.publishedAt, now))).toBe(0)
  expect(await db.$count(commentReaction, gt(commentReaction.createdAt, now))).toBe(0)
})

test('each counter is what its rows say', async () => {
  const visible = db
    .select({ n: count() })
    .from(comment)
    .where(and(eq(comment.articleId, articleCount.articleId), eq(comment.standing, 'visible')))
  const roots = db
    .select({ n: sql`coalesce(max(${comment.rootNo}), 0)` })
    .from(comment)
    .where(and(eq(comment.articleId, articleCount.articleId), eq(comment.depth, 0)))
  const numbered = db
    .select({ n: count() })
    .from(comment)
    .where(and(eq(comment.articleId, articleCount.articleId), eq(comment.depth, 0), sql`${comment.rootNo} is not null`))
  const voted = (value: number) =>
    db
      .select({ n: count() })
      .from(articleReaction)
      .where(and(eq(articleReaction.articleId, articleCount.articleId), eq(articleReaction.value, value)))
  const wrong = or(
    ne(articleCount.comments, sql`(${visible})`),
    ne(articleCount.roots, sql`(${roots})`),
    ne(articleCount.roots, sql`(${numbered})`),
    ne(articleCount.likes, sql`(${voted(1)})`),
    ne(articleCount.dislikes, sql`(${voted(-1)})`),
  )
  expect(await db.$count(articleCount, gt(articleCount.likes, 0))).toBe(24)
  expect(await db.$count(articleCount, gt(articleCount.comments, 20))).toBeGreaterThan(0)
  expect(await db.select().from(articleCount).where(wrong)).toEqual([])
})

test('each comment’s counters are what its rows say', async () => {
  const voted = (value: number) =>
    db
      .select({ n: count() })
      .from(commentReaction)
      .where(and(eq(commentReaction.commentId, commentCount.commentId), eq(commentReaction.value, value)))
  const below = db
    .select({ n: count() })
    .from(comment)
    .where(and(eq(comment.rootId, commentCount.commentId), gt(comment.depth, 0), eq(comment.standing, 'visible')))
  const wrong = or(ne(commentCount.likes, sql`(${voted(1)})`), ne(commentCount.dislikes, sql`(${voted(-1)})`))
  expect(await db.$count(commentCount)).toBe(await db.$count(comment))
  expect(await db.select().from(commentCount).where(wrong)).toEqual([])
  const roots = db.select({ id: comment.id }).from(comment).where(eq(comment.depth, 0))
  const miscounted = and(sql`${commentCount.commentId} in ${roots}`, ne(commentCount.replies, sql`(${below})`))
  expect(await db.select().from(commentCount).where(miscounted)).toEqual([])
  expect(await db.$count(commentCount, and(gt(commentCount.likes, 0), eq(commentCount.best, 0)))).toBe(0)
})

test('hidden comments have a decision with its reason, held ones are shown to nobody', async () => {
  const hidden = await db
    .select({ reason: comment.hiddenBecause, decided: decision.reason, actorRank: decision.actorRank })
    .from(comment)
    .leftJoin(decision, and(eq(decision.commentId, comment.id), eq(decision.kind, 'hide-comment')))
    .where(eq(comment.standing, 'hidden'))
  expect(hidden.length).toBeGreaterThan(3)
  expect(hidden.every((row) => row.decided === row.reason && row.actorRank === 'moderator')).toBe(true)
  expect(await db.$count(comment, eq(comment.standing, 'held'))).toBeGreaterThan(2)
  expect(await db.$count(comment, and(eq(comment.standing, 'held'), sql`${comment.visibleAt} is not null`))).toBe(0)
})

test('a conversation reads in order: nobody answers what nobody could read yet', async () => {
  const early = await db.execute(
    sql`select reply.text from comment reply join comment parent on parent.id = reply.parent_id where reply.created_at < parent.visible_at or parent.visible_at is null`,
  )
  expect([...early]).toEqual([])
  const found = await findArticle('dredging-invoices', now)
  const thread = await listThread(found?.id ?? '', 1)
  expect(thread.length).toBeGreaterThan(40)
  expect(thread.some((one) => one.standing === 'hidden' && one.text === '')).toBe(true)
})

test('filling a second time changes nothing', async () => {
  await fillWithDemonstrationPaper(() => expect.unreachable())
  expect(await countArticles({ of: 'all' })).toBe(24)
})

test('what is removed is the demonstration, and nothing of the newsroom’s own', async () => {
  const demo = await findArticle('dredging-invoices', now)
  const real = await anArticle({ sectionId: demo?.sectionId ?? '', headline: 'A real one' })
  const reader = await aMember()
  await aComment({ articleId: real.id, memberId: reader.id, text: 'A real comment' })
  await aComment({ articleId: demo?.id ?? '', memberId: reader.id, text: 'Written under the demonstration' })
  await reactToArticle(reader, { targetId: demo?.id ?? '', to: 1 }, { visitorKey: null, addressHash: '' }, now)

  expect(await removeDemonstrationPaper()).toEqual({ articles: 24, commentsOfOthers: 1 })

  expect((await listArticles({ of: 'all' }, all)).map((card) => card.headline)).toEqual(['A real one'])
  expect((await db.select({ text: comment.text }).from(comment)).map((row) => row.text)).toEqual(['A real comment'])
  expect((await db.select({ id: member.id }).from(member)).map((row) => row.id)).toContain(reader.id)
  expect(await db.$count(member, eq(member.batch, 'demo'))).toBe(0)
  expect((await db.select({ id: section.id }).from(section)).map((row) => row.id)).toEqual([demo?.sectionId])
  expect([await demoRows(author), await demoRows(topic), await demoRows(media), await demoRows(decision)]).toEqual([
    0, 0, 0, 0,
  ])
  expect(await db.$count(articleReaction)).toBe(0)
  expect(await db.$count(comment, isNull(comment.memberId))).toBe(0)
  expect(await removeDemonstrationPaper()).toEqual({ articles: 0, commentsOfOthers: 0 })
})
