import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { approveComment } from '../moderation/decide-comment'
import { deleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { readOwnComments } from './read-own-comments'

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }
const mine = (memberId: string) => ({ memberId, guestKey: null })
const nobodys = [
  { memberId: null, guestKey: null },
  { memberId: null, guestKey: 'a-visitor' },
]

test('a person is offered to change what waits, and what is young, undecided and seen; on a closed article nothing', async () => {
  const [person, article] = [await aMember(), await anArticle()]
  const own = (standing: 'held' | 'visible') => aComment({ articleId: article.id, memberId: person.id, standing })
  const [held, young, old, approved] = [
    await own('held'),
    await own('visible'),
    await own('visible'),
    await own('held'),
  ]
  await aComment({ articleId: article.id })
  await db
    .update(comment)
    .set({ createdAt: new Date(Date.now() - 5 * 60_000) })
    .where(eq(comment.id, old.id))
  const verdict = { commentId: approved.id, seenAs: 'held', note: '' } as const
  await approveComment(await aMember({ rank: 'moderator' }), verdict)

  const { editable } = await readOwnComments({ ...article, commentsOpen: true }, mine(person.id))
  expect(new Set(editable.map(({ id }) => id))).toEqual(new Set([held.id, young.id]))
  expect((await readOwnComments({ ...article, commentsOpen: false }, mine(person.id))).editable).toEqual([])
})

test('a person reads what the own comments said before, and nobody else does', async () => {
  const person = await aMember()
  const { id, articleId } = await aComment({ memberId: person.id, text: 'First.' })
  for (const text of ['Second.', 'Third.']) await editComment(person, { commentId: id, text }, sender)
  const article = { id: articleId, commentsOpen: true }

  const { versions } = await readOwnComments(article, mine(person.id))
  expect(versions.get(id)?.map(({ text }) => text)).toEqual(['First.', 'Second.'])
  for (const whose of [...nobodys, mine((await aMember()).id)]) {
    expect((await readOwnComments(article, whose)).versions.size).toBe(0)
  }
})

test('what a person deleted can be taken back for ten minutes, and its text is not told', async () => {
  const person = await aMember()
  const { id, articleId } = await aComment({ memberId: person.id, text: 'First.' })
  await editComment(person, { commentId: id, text: 'Second.' }, sender)
  const at = new Date()
  await deleteComment(person, { commentId: id }, sender, at)
  const article = { id: articleId, commentsOpen: true }
  const after = (minutes: number) =>
    readOwnComments(article, mine(person.id), new Date(at.getTime() + minutes * 60_000))

  expect(await after(9)).toEqual({ editable: [], undeletable: [{ id, deletedAt: at }], versions: new Map() })
  expect((await after(10)).undeletable).toEqual([])
  for (const whose of nobodys) expect((await readOwnComments(article, whose)).undeletable).toEqual([])
})
