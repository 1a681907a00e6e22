import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { findPublicComment, listOwnCommentIds, listOwnUnseenComments } from '@/db/queries/comments'
import { listThread } from '@/db/queries/threads'
import { article, comment } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { stranger } from '../actor'
import { deleteComment, editComment } from './own-comment'

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }
const elsewhere = { visitorKey: 'another-visitor', addressHash: 'an-address' }

async function aGuestsComment(standing: 'held' | 'visible' = 'held') {
  const made = await aComment({ standing, guestName: 'Ida Quayle', text: 'The quay is older.' })
  await db.update(comment).set({ guestKey: sender.visitorKey }).where(eq(comment.id, made.id))
  return made
}

test('a guest changes a comment that waits, in the browser that sent it, and the text before is kept', async () => {
  const { id, articleId } = await aGuestsComment()
  expect(await editComment(stranger, { commentId: id, text: 'The quay is newer.' }, sender)).toMatchObject({ ok: true })
  expect(await editComment(stranger, { commentId: id, text: 'The quay is new.' }, sender)).toMatchObject({ ok: true })
  expect(await listOwnUnseenComments(articleId, { memberId: null, guestKey: sender.visitorKey })).toMatchObject([
    { text: 'The quay is new.' },
  ])
  const versions = await db.query.commentVersion.findMany({
    where: (version) => eq(version.commentId, id),
    orderBy: (version) => version.no,
  })
  expect(versions.map(({ no, text }) => [no, text])).toEqual([
    [1, 'The quay is older.'],
    [2, 'The quay is newer.'],
  ])
})

test('nobody else changes or deletes it', async () => {
  const { id } = await aGuestsComment()
  const member = await aMember()
  for (const [actor, who] of [
    [stranger, elsewhere],
    [member, elsewhere],
    [stranger, { ...elsewhere, visitorKey: null }],
  ] as const) {
    expect(await editComment(actor, { commentId: id, text: 'Mine now.' }, who)).toMatchObject({
      refusal: 'no-such-comment',
    })
    expect(await deleteComment(actor, { commentId: id }, who)).toMatchObject({ refusal: 'no-such-comment' })
  }
})

test('a comment that a moderator let through is no longer changed', async () => {
  const { id } = await aGuestsComment('visible')
  expect(await editComment(stranger, { commentId: id, text: 'Something else.' }, sender)).toMatchObject({
    refusal: 'too-late',
  })
})

test('a change follows the rules of a new comment', async () => {
  const { id } = await aGuestsComment()
  expect(await editComment(stranger, { commentId: id, text: '' }, sender)).toMatchObject({ refusal: 'empty' })
  expect(await editComment(stranger, { commentId: id, text: 'a'.repeat(5001) }, sender)).toMatchObject({
    refusal: 'too-long',
  })
})

test('a deleted comment leaves its place and its replies, and takes its text and name along', async () => {
  const member = await aMember()
  const root = await aComment({ memberId: member.id, text: 'I was wrong.' })
  await aComment({ articleId: root.articleId, parent: root, text: 'You were.' })
  expect(await deleteComment(member, { commentId: root.id }, sender)).toMatchObject({ ok: true })
  expect(await listThread(root.articleId, 1)).toMatchObject([
    { standing: 'deleted', text: '', name: null, handle: null },
    { text: 'You were.' },
  ])
  const [{ slug } = { slug: '' }] = await db
    .select({ slug: article.slug })
    .from(article)
    .where(eq(article.id, root.articleId))
  expect(await findArticle(slug)).toMatchObject({ comments: 1, roots: 1 })
})

test('deleting twice is refused the second time, and counts once', async () => {
  const member = await aMember()
  const root = await aComment({ memberId: member.id })
  const outcomes = await Promise.all([1, 2, 3].map(() => deleteComment(member, { commentId: root.id }, sender)))
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await findPublicComment(root.id)).toMatchObject({ standing: 'deleted' })
})

test('a person is told which comments are the own ones', async () => {
  const member = await aMember()
  const mine = await aComment({ memberId: member.id })
  await aComment({ articleId: mine.articleId })
  expect(await listOwnCommentIds(mine.articleId, { memberId: member.id, guestKey: null })).toEqual(new Set([mine.id]))
  expect(await listOwnCommentIds(mine.articleId, { memberId: null, guestKey: null })).toEqual(new Set())
})
