import { expect, test } from 'vitest'
import { findArticle } from '@/db/queries/articles'
import { findPublicComment } from '@/db/queries/comments'
import { findOwnArticleReaction, listOwnCommentReactions } from '@/db/queries/reactions'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { stranger } from '../actor'
import { reactToArticle, reactToComment } from './react'

const sender = { visitorKey: 'a-browser', addressHash: 'a-neighbourhood' }
const mine = ({ id }: { id: string }) => ({ memberId: id, guestKey: null })

test('a member likes an article, changes to dislike, and takes it back; the counts follow', async () => {
  const [member, article] = [await aMember(), await anArticle()]
  const counts = async () => {
    const found = await findArticle(article.slug)
    return [found?.likes, found?.dislikes, await findOwnArticleReaction(article.id, mine(member))]
  }
  await reactToArticle(member, { targetId: article.id, to: 1 }, sender)
  expect(await counts()).toEqual([1, 0, 1])
  await reactToArticle(member, { targetId: article.id, to: -1 }, sender)
  expect(await counts()).toEqual([0, 1, -1])
  await reactToArticle(member, { targetId: article.id, to: null }, sender)
  expect(await counts()).toEqual([0, 0, null])
})

test('liking twice, also twenty times at once, counts one like', async () => {
  const [member, article] = [await aMember(), await anArticle()]
  await Promise.all(Array.from({ length: 20 }, () => reactToArticle(member, { targetId: article.id, to: 1 }, sender)))
  expect(await findArticle(article.slug)).toMatchObject({ likes: 1, dislikes: 0 })
})

test('thirty members at once leave exact counts', async () => {
  const comment = await aComment()
  const members = await Promise.all(Array.from({ length: 30 }, () => aMember()))
  await Promise.all(
    members.map((member, n) => reactToComment(member, { targetId: comment.id, to: n % 3 === 0 ? -1 : 1 }, sender)),
  )
  expect(await findPublicComment(comment.id)).toMatchObject({ likes: 20, dislikes: 10 })
})

test('each sees the own reaction to a comment, and nobody else’s', async () => {
  const [comment, member, other] = [await aComment(), await aMember(), await aMember()]
  await reactToComment(member, { targetId: comment.id, to: 1 }, sender)
  expect(await listOwnCommentReactions([comment.id], mine(member))).toEqual(new Map([[comment.id, 1]]))
  expect(await listOwnCommentReactions([comment.id], mine(other))).toEqual(new Map())
})

test('nobody reacts to the own comment', async () => {
  const member = await aMember()
  const comment = await aComment({ memberId: member.id })
  expect(await reactToComment(member, { targetId: comment.id, to: 1 }, sender)).toMatchObject({
    refusal: 'own-comment',
  })
})

test('strangers and the muted do not react', async () => {
  const [member, comment] = [await aMember(), await aComment()]
  for (const actor of [stranger, { ...member, sanction: 'mute' as const }]) {
    expect(await reactToArticle(actor, { targetId: comment.articleId, to: 1 }, sender)).toMatchObject({
      refusal: 'not-allowed',
    })
    expect(await reactToComment(actor, { targetId: comment.id, to: 1 }, sender)).toMatchObject({
      refusal: 'not-allowed',
    })
  }
})

test('nobody reacts to what readers do not see', async () => {
  const [member, held] = [await aMember(), await aComment({ standing: 'held' })]
  const draft = await anArticle({ state: 'draft' })
  expect(await reactToComment(member, { targetId: held.id, to: 1 }, sender)).toMatchObject({
    refusal: 'no-such-comment',
  })
  expect(await reactToComment(member, { targetId: newId(), to: 1 }, sender)).toMatchObject({
    refusal: 'no-such-comment',
  })
  expect(await reactToArticle(member, { targetId: draft.id, to: 1 }, sender)).toMatchObject({
    refusal: 'no-such-article',
  })
})
