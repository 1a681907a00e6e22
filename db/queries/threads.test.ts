import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { repliesPerPage, rootsPerPage } from '@/domain/comment/paging'
import { hideComment } from '@/domain/moderation/decide-comment'
import { db } from '../client'
import { commentCount } from '../schema'
import { aComment, aMember, anArticle } from '../testing/a-paper'
import { countReactions } from './reaction-changes'
import { findCommentPlace, listAncestors, listFlat, listSubtree, listThread } from './threads'

const textsOf = (comments: { text: string }[]) => comments.map(({ text }) => text)

const react = (id: string, likes: number, dislikes: number) =>
  db.transaction((tx) => countReactions({ kind: 'comment', id }, { likes, dislikes }, tx))

describe('the orders of a conversation', () => {
  let articleId = ''
  beforeAll(async () => {
    articleId = (await anArticle()).id
    const [, b, c, d] = [
      await aComment({ articleId, text: 'a' }),
      await aComment({ articleId, text: 'b' }),
      await aComment({ articleId, text: 'c' }),
      await aComment({ articleId, text: 'd' }),
    ]
    const reply = await aComment({ articleId, text: 'c1', parent: c })
    await aComment({ articleId, text: 'c2', parent: reply })
    await aComment({ articleId, text: 'b1', parent: b })
    await react(c.id, 0, 2)
    await react(b.id, 1, 0)
    await react(d.id, 4, 1)
  })

  test('the oldest and the newest first, each with its replies', async () => {
    expect(textsOf(await listThread(articleId, 1))).toEqual(['a', 'b', 'b1', 'c', 'c1', 'c2', 'd'])
    expect(textsOf(await listThread(articleId, 1, 'newest'))).toEqual(['d', 'c', 'c1', 'c2', 'b', 'b1', 'a'])
  })

  test('best first: many likes before few, and what nobody likes as it came', async () => {
    expect(textsOf(await listThread(articleId, 1, 'best'))).toEqual(['d', 'b', 'b1', 'a', 'c', 'c1', 'c2'])
  })

  test('most replied first, and of as many the older one', async () => {
    expect(textsOf(await listThread(articleId, 1, 'replies'))).toEqual(['c', 'c1', 'c2', 'b', 'b1', 'a', 'd'])
  })

  test('a reply that is hidden counts no more', async () => {
    const moderator = await aMember({ rank: 'moderator' })
    const [, c2] = (await listThread(articleId, 1, 'replies')).filter(({ parentId }) => parentId)
    const verdict = { commentId: c2?.id ?? '', seenAs: 'visible', reason: 'spam', note: '' } as const
    expect(await hideComment(moderator, verdict)).toMatchObject({ ok: true })
    expect(textsOf(await listThread(articleId, 1, 'replies'))).toEqual(['b', 'b1', 'c', 'c1', '', 'a', 'd'])
  })

  test('without threads, in the order of time, what can be read', async () => {
    expect(textsOf(await listFlat(articleId, 1))).toEqual(['a', 'b', 'c', 'd', 'c1', 'b1'])
    expect(await listFlat(articleId, 2)).toEqual([])
  })
})

test('each order has every first-level comment once, page by page, where many are alike', async () => {
  const { id: articleId } = await anArticle()
  const written: string[] = []
  for (let no = 0; no < 2 * rootsPerPage + 5; no++) written.push((await aComment({ articleId })).id)
  for (const order of ['oldest', 'newest', 'best', 'replies'] as const) {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listThread(articleId, page, order)))
    expect(pages.map(({ length }) => length)).toEqual([rootsPerPage, rootsPerPage, 5, 0])
    const expected = order === 'newest' ? written.toReversed() : written
    expect(pages.flat().map(({ id }) => id)).toEqual(expected)
  }
})

test('a page draws as many replies of each thread as there is room for, and a reply beyond stands on its own page', async () => {
  const { id: articleId } = await anArticle()
  const [long, short] = [await aComment({ articleId }), await aComment({ articleId })]
  for (let no = 2; no < rootsPerPage; no++) {
    const root = await aComment({ articleId })
    for (let reply = 0; reply < 5; reply++) await aComment({ articleId, parent: root })
  }
  const replies = []
  for (let no = 0; no < 50; no++) replies.push(await aComment({ articleId, parent: long }))
  const one = await aComment({ articleId, parent: short })
  const page = await listThread(articleId, 1)
  const drawn = new Set(page.map(({ id }) => id))
  expect(page).toHaveLength(rootsPerPage + repliesPerPage(0))
  expect(drawn.has(one.id)).toBe(true)

  for (const reply of [...replies, one]) {
    const place = await findCommentPlace(reply.id)
    expect([reply.id, (place?.before ?? 0) <= (place?.drawn ?? 0)]).toEqual([reply.id, drawn.has(reply.id)])
  }
})

describe('a chain of replies', () => {
  const chain: Awaited<ReturnType<typeof aComment>>[] = []
  beforeAll(async () => {
    const { id: articleId } = await anArticle()
    for (let no = 0; no < 12; no++) {
      const parent = chain.at(-1)
      chain.push(await aComment({ articleId, text: `${no}`, ...(parent && { parent }) }))
    }
  })

  test('shows whom a comment answers, and whom that one answered', async () => {
    const deep = chain[10]
    expect(textsOf(await listAncestors(deep?.parentId ?? ''))).toEqual(['7', '8', '9'])
    expect(textsOf(await listAncestors(chain[1]?.parentId ?? ''))).toEqual(['0'])
  })

  test('keeps the place of a hidden one, without its text', async () => {
    const moderator = await aMember({ rank: 'moderator' })
    const verdict = { commentId: chain[8]?.id ?? '', seenAs: 'visible', reason: 'spam', note: '' } as const
    await hideComment(moderator, verdict)
    const above = await listAncestors(chain[10]?.parentId ?? '')
    expect(above.map(({ standing, text }) => [standing, text])).toEqual([
      ['visible', '7'],
      ['hidden', ''],
      ['visible', '9'],
    ])
    expect(textsOf(await listSubtree(chain[8]?.id ?? ''))).toEqual(['', '9', '10', '11'])
  })

  test('is read from a comment down, as far as is asked', async () => {
    expect(textsOf(await listSubtree(chain[9]?.id ?? ''))).toEqual(['9', '10', '11'])
    expect(textsOf(await listSubtree(chain[0]?.id ?? '', 5))).toEqual(['0', '1', '2', '3', '4'])
  })
})

test('the share of likes is the lower bound of its interval, and nothing where nobody likes', async () => {
  const bestOf = async (likes: number, dislikes: number) => {
    const { id } = await aComment()
    await react(id, likes, dislikes)
    const [row] = await db.select({ best: commentCount.best }).from(commentCount).where(eq(commentCount.commentId, id))
    return row?.best
  }
  expect(await bestOf(0, 2)).toBe(0)
  expect(await bestOf(1, 0)).toBeCloseTo(0.2065, 3)
  expect(await bestOf(8, 2)).toBeCloseTo(0.4902, 3)
})
