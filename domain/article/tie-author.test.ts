import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPublicComment } from '@/db/queries/comments'
import { listDecisionsAbout } from '@/db/queries/decisions'
import { articleAuthor, author, cacheInvalidation } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, ranks, stranger } from '../actor'
import { changeRank } from '../member/change-rank'
import { tieAuthor, tieInput } from './tie-author'

/** An article with an author, and an account that could be the author's, with a comment under it. */
async function aWriter() {
  const [article, account] = [await anArticle(), await aMember()]
  const made = { id: newId(), slug: `author-${newId().slice(-10)}`, name: 'Ada Quill' }
  await db.insert(author).values(made)
  await db.insert(articleAuthor).values({ articleId: article.id, authorId: made.id })
  const comment = await aComment({ articleId: article.id, memberId: account.id })
  return { authorId: made.id, slug: made.slug, article, account, comment }
}

const invalidated = async (tag: string) => {
  const rows = await db.select({ tags: cacheInvalidation.tags }).from(cacheInvalidation)
  return rows.filter(({ tags }) => tags.includes(tag)).length
}

test('the author of an article bears the badge under it, and under no other article', async () => {
  const { authorId, slug, article, account, comment } = await aWriter()
  const elsewhere = await aComment({ memberId: account.id })
  const another = await aComment({ articleId: article.id })
  expect(await findPublicComment(comment.id)).toMatchObject({ isByAuthor: false })
  const editor = await aMember({ rank: 'editor' })

  expect(await tieAuthor(editor, { authorId, handle: account.handle })).toEqual({ ok: true, value: { isTied: true } })

  expect(await findPublicComment(comment.id)).toMatchObject({ isByAuthor: true })
  for (const { id } of [elsewhere, another]) expect(await findPublicComment(id)).toMatchObject({ isByAuthor: false })
  expect(await invalidated(`comments:${article.id}`)).toBe(1)
  expect(await listDecisionsAbout(account.id)).toMatchObject([{ kind: 'tie-author' }])

  expect(await tieAuthor(editor, { authorId, handle: '' })).toEqual({ ok: true, value: { isTied: false } })
  expect(await findPublicComment(comment.id)).toMatchObject({ isByAuthor: false })
  expect(await invalidated(`comments:${article.id}`)).toBe(2)
  expect(slug).toMatch(/^author-/)
})

test('a guest under the author’s article, whatever the name, bears no badge', async () => {
  const { authorId, article, account } = await aWriter()
  await tieAuthor(await aMember({ rank: 'editor' }), { authorId, handle: account.handle })
  const guest = await aComment({ articleId: article.id, guestName: 'Ada Quill' })
  expect(await findPublicComment(guest.id)).toMatchObject({ isByAuthor: false })
})

test('an author is tied to somebody who is there, and doing it twice is one line of the log', async () => {
  const { authorId, account } = await aWriter()
  const editor = await aMember({ rank: 'editor' })
  expect(await tieAuthor(editor, { authorId: newId(), handle: account.handle })).toMatchObject({
    refusal: 'no-such-author',
  })
  expect(await tieAuthor(editor, { authorId, handle: 'nobody-at-all' })).toMatchObject({ refusal: 'no-such-member' })
  const typed = tieInput.parse({ authorId, handle: ` @${account.handle.toUpperCase()} ` })
  await tieAuthor(editor, typed)
  await tieAuthor(editor, typed)
  expect(await listDecisionsAbout(account.id)).toHaveLength(1)
})

const mayTie = new Set(['editor', 'admin'])

describe.each([...ranks, 'stranger', 'banned'])('a %s', (who) => {
  test(mayTie.has(who) ? 'ties authors' : 'ties nobody', async () => {
    const { authorId, account, comment } = await aWriter()
    const outcome = await tieAuthor(await actorOf(who), { authorId, handle: account.handle })
    if (!mayTie.has(who)) expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await findPublicComment(comment.id)).toMatchObject({ isByAuthor: mayTie.has(who) })
  })
})

async function actorOf(who: string): Promise<Actor> {
  if (who === 'stranger') return stranger
  if (who === 'banned') return { ...(await aMember({ rank: 'editor' })), sanction: 'ban' }
  return aMember({ rank: ranks.find((rank) => rank === who) ?? 'member' })
}

test('another rank is another badge: what shows it is drawn anew', async () => {
  const person = await aMember()
  const comment = await aComment({ memberId: person.id })
  await changeRank('command-line', { memberId: person.id, rank: 'moderator' })
  expect(await findPublicComment(comment.id)).toMatchObject({ rank: 'moderator' })
  expect(await invalidated(`comments:${comment.articleId}`)).toBe(1)
})
