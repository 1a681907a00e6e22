import { expect, test } from 'vitest'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { reactToArticle, reactToComment } from '../reaction/react'
import { readOwnPart } from './read-own-part'

const sender = { visitorKey: null, addressHash: 'a-neighbourhood' }

test('a person is told of their own under one article: reactions, comments, and what nobody else sees', async () => {
  const [article, other] = [{ ...(await anArticle()), commentsOpen: true }, await anArticle()]
  const [person, somebody] = [await aMember(), await aMember()]
  const theirs = await aComment({ articleId: article.id, memberId: somebody.id })
  const held = await aComment({ articleId: article.id, memberId: person.id, standing: 'held', text: 'Waiting.' })
  await aComment({ articleId: article.id, memberId: somebody.id, standing: 'held', text: 'Secret.' })
  await aComment({ articleId: other.id, memberId: person.id, standing: 'held' })
  await reactToArticle(person, { targetId: article.id, to: -1 }, sender)
  await reactToComment(person, { targetId: theirs.id, to: 1 }, sender)

  const part = await readOwnPart(article, { memberId: person.id, guestKey: null })
  expect(part.reaction).toBe(-1)
  expect([...part.reactions]).toEqual([[theirs.id, 1]])
  expect([...part.own]).toEqual([held.id])
  expect(part.unseen.map(({ id, text }) => [id, text])).toEqual([[held.id, 'Waiting.']])
})

test('a guest is told of what their browser sent, and who has neither account nor cookie of nothing', async () => {
  const article = { ...(await anArticle()), commentsOpen: true }
  const held = await aComment({ articleId: article.id, guestName: 'Ida Quayle', guestKey: 'browser', standing: 'held' })

  const guest = await readOwnPart(article, { memberId: null, guestKey: 'browser' })
  expect(guest.unseen.map(({ id }) => id)).toEqual([held.id])
  const nobody = await readOwnPart(article, { memberId: null, guestKey: null })
  expect(nobody).toMatchObject({ reaction: null, unseen: [], wait: null })
  expect([nobody.own.size, nobody.reactions.size]).toEqual([0, 0])
})
