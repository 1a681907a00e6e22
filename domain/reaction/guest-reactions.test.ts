import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { findPublicComment } from '@/db/queries/comments'
import { listSetAside } from '@/db/queries/desk-reactions'
import { findOwnArticleReaction } from '@/db/queries/reactions'
import { comment } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { addToEnvironment } from '@/lib/env'
import { stranger } from '../actor'
import { checkCounters } from '../comment/check-counters'
import { countAgain } from './count-again'
import { reactToArticle, reactToComment } from './react'

beforeEach(() => addToEnvironment({ REACTIONS: 'everyone' }))
afterEach(() => addToEnvironment({ REACTIONS: 'members' }))

const minutes = (n: number) => n * 60_000
let made = 0
const aBrowser = (addressHash = `neighbourhood-${made++}`) => ({ visitorKey: `browser-${made++}`, addressHash })
const mine = ({ visitorKey }: { visitorKey: string }) => ({ memberId: null, guestKey: visitorKey })

async function countsOf({ slug }: { slug: string }) {
  const found = await findArticle(slug)
  return [found?.likes, found?.dislikes]
}

test('a stranger reacts where the paper lets everyone, once for a browser, and takes it back', async () => {
  const [article, browser] = [await anArticle(), aBrowser()]
  const react = (to: 1 | -1 | null) => reactToArticle(stranger, { targetId: article.id, to }, browser)

  await Promise.all(Array.from({ length: 10 }, () => react(1)))
  expect(await countsOf(article)).toEqual([1, 0])
  expect(await findOwnArticleReaction(article.id, mine(browser))).toBe(1)
  expect(await findOwnArticleReaction(article.id, mine(aBrowser()))).toBeNull()
  await react(-1)
  expect(await countsOf(article)).toEqual([0, 1])
  await react(null)
  expect(await countsOf(article)).toEqual([0, 0])
})

test('where members alone may react, no stranger does', async () => {
  addToEnvironment({ REACTIONS: 'members' })
  const comment = await aComment()

  const refused = { refusal: 'not-allowed' }
  expect(await reactToArticle(stranger, { targetId: comment.articleId, to: 1 }, aBrowser())).toMatchObject(refused)
  expect(await reactToComment(stranger, { targetId: comment.id, to: 1 }, aBrowser())).toMatchObject(refused)
  expect((await reactToComment(await aMember(), { targetId: comment.id, to: 1 }, aBrowser())).ok).toBe(true)
})

test('a browser without a key of ours does not react', async () => {
  const sender = { visitorKey: null, addressHash: 'somewhere' }
  expect(await reactToArticle(stranger, { targetId: (await anArticle()).id, to: 1 }, sender)).toMatchObject({
    refusal: 'not-allowed',
  })
})

test('no guest reacts to a comment of the same browser, signed in or not', async () => {
  const browser = aBrowser()
  const comment = await aComment({ guestName: 'Ida', guestKey: browser.visitorKey })

  for (const actor of [stranger, await aMember()])
    expect(await reactToComment(actor, { targetId: comment.id, to: 1 }, browser)).toMatchObject({
      refusal: 'own-comment',
    })
  expect((await reactToComment(stranger, { targetId: comment.id, to: 1 }, aBrowser())).ok).toBe(true)
})

test('the sixth browser of one neighbourhood sets all six aside; those of others and of members stay counted', async () => {
  const article = await anArticle()
  const like = (browser: ReturnType<typeof aBrowser>) =>
    reactToArticle(stranger, { targetId: article.id, to: 1 }, browser)
  await reactToArticle(await aMember(), { targetId: article.id, to: 1 }, aBrowser('crowd'))
  for (let other = 0; other < 7; other++) await like(aBrowser())
  for (let nth = 0; nth < 5; nth++) await like(aBrowser('crowd'))
  expect(await countsOf(article)).toEqual([13, 0])

  const sixth = aBrowser('crowd')
  await like(sixth)
  expect(await countsOf(article)).toEqual([8, 0])
  expect(await findOwnArticleReaction(article.id, mine(sixth))).toBe(1)
})

test('a hundred forged browsers at once, from one neighbourhood, move nothing', async () => {
  const comment = await aComment()
  await Promise.all(
    Array.from({ length: 100 }, () => reactToComment(stranger, { targetId: comment.id, to: -1 }, aBrowser('stuffers'))),
  )
  expect(await findPublicComment(comment.id)).toMatchObject({ likes: 0, dislikes: 0 })
})

test('a few readers of one neighbourhood over a day are no crowd', async () => {
  const [article, from] = [await anArticle(), Date.now() - minutes(50)]
  for (let nth = 0; nth < 12; nth++) {
    const now = new Date(from + nth * minutes(4))
    await reactToArticle(stranger, { targetId: article.id, to: 1 }, aBrowser('a library'), now)
  }
  expect(await countsOf(article)).toEqual([12, 0])
})

test('what was set aside does not count at the nightly check either', async () => {
  const article = await anArticle()
  for (let nth = 0; nth < 8; nth++) await reactToArticle(stranger, { targetId: article.id, to: 1 }, aBrowser('night'))
  const drifts: unknown[] = []
  await checkCounters({ onDrift: (drift) => drifts.push(drift) })
  expect(drifts).toEqual([])
  expect(await countsOf(article)).toEqual([0, 0])
})

test('moderators see how a comment begins, unless its author has deleted it', async () => {
  const { id } = await aComment({ text: 'Once said.' })
  for (let nth = 0; nth < 8; nth++) await reactToComment(stranger, { targetId: id, to: 1 }, aBrowser('a school'))
  const here = async () => (await listSetAside(100)).find((found) => found.id === id)
  expect(await here()).toMatchObject({ kind: 'comment', opening: 'Once said.', likesAside: 8 })
  await db.update(comment).set({ standing: 'deleted' }).where(eq(comment.id, id))
  expect(await here()).toMatchObject({ opening: '' })
})

test('moderators see the recount, and count what was set aside for nothing', async () => {
  const [article, moderator] = [await anArticle(), await aMember({ rank: 'moderator' })]
  for (let nth = 0; nth < 8; nth++)
    await reactToArticle(stranger, { targetId: article.id, to: nth ? 1 : -1 }, aBrowser('an office'))
  const here = async () => (await listSetAside(100)).find(({ articleId }) => articleId === article.id)
  expect(await here()).toMatchObject({ kind: 'article', likes: 0, dislikes: 0, likesAside: 7, dislikesAside: 1 })

  const target = { kind: 'article', id: article.id } as const
  expect(await countAgain(await aMember(), target)).toMatchObject({ refusal: 'not-allowed' })
  expect((await countAgain(moderator, target)).ok).toBe(true)
  expect(await countsOf(article)).toEqual([7, 1])
  expect(await here()).toBeUndefined()
  expect(await countAgain(moderator, target)).toMatchObject({ refusal: 'nothing-aside' })
})
