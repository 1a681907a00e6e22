import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { deleteComment } from '../comment/delete-comment'
import { editComment } from '../comment/edit-comment'
import { readCase } from './read-case'

const sender = { visitorKey: null, addressHash: 'an-address' }

/** A comment that its author wrote twice. */
async function aRewrittenComment() {
  const author = await aMember()
  const made = await aComment({ memberId: author.id, standing: 'held', text: 'First.' })
  for (const text of ['Second.', 'Third.']) await editComment(author, { commentId: made.id, text }, sender)
  return { author, ...made }
}

test('moderators are told every version, and what each changed of the one before', async () => {
  const { id } = await aRewrittenComment()
  const texts = (await readCase(id))?.history.flatMap((event) => ('version' in event ? [event] : []))
  expect(texts?.map(({ kind, version: { no, before, text } }) => [kind, no, before, text])).toEqual([
    ['version', 1, undefined, 'First.'],
    ['version', 2, 'First.', 'Second.'],
    ['edited', 3, 'Second.', 'Third.'],
  ])
})

test('of a comment that its author deleted moderators read no version either', async () => {
  const { id, author } = await aRewrittenComment()
  await deleteComment(author, { commentId: id }, sender)
  expect((await readCase(id))?.history.map(({ kind }) => kind)).toEqual(['posted', 'deleted'])
})

test('a reply is judged with what its author had read, though that was changed since', async () => {
  const author = await aMember()
  const root = await aComment({ memberId: author.id, text: 'Before.' })
  await aComment({ memberId: author.id })
  const reply = await aComment({ articleId: root.articleId, parent: root })
  const early = await db.query.comment.findFirst({ where: eq(comment.id, reply.id) })
  await editComment(
    author,
    { commentId: root.id, text: 'After.' },
    sender,
    new Date((early?.createdAt.getTime() ?? 0) + 1000),
  )
  const late = await aComment({ articleId: root.articleId, parent: root })
  await db
    .update(comment)
    .set({ createdAt: new Date(Date.now() + 60_000) })
    .where(eq(comment.id, late.id))

  expect((await readCase(reply.id))?.comment).toMatchObject({ answersText: 'Before.', answersChanged: true })
  expect((await readCase(late.id))?.comment).toMatchObject({ answersText: 'After.', answersChanged: false })
  expect((await readCase(root.id))?.comment).toMatchObject({ answersText: null, answersChanged: false })
})
