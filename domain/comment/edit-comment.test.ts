import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPublicComment, listOwnCommentIds, listOwnUnseenComments } from '@/db/queries/comments'
import { listThread } from '@/db/queries/threads'
import { article, cacheInvalidation, comment, commentVersion } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { countsOf, repliesOf } from '@/db/testing/comment-counts'
import { stranger } from '../actor'
import { approveComment, dismissReports, hideComment } from '../moderation/decide-comment'
import { deleteComment, undeleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { reportComment } from './report-comment'

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
    expect(await undeleteComment(actor, { commentId: id }, who)).toMatchObject({ refusal: 'no-such-comment' })
  }
})

/** A comment that readers see, of a member whose comments were let through before. */
async function aVisibleComment(minutesAgo = 0) {
  const member = await aMember()
  await aComment({ memberId: member.id })
  const made = await aComment({ memberId: member.id, text: 'Before.' })
  const createdAt = new Date(Date.now() - minutesAgo * 60_000)
  await db.update(comment).set({ createdAt }).where(eq(comment.id, made.id))
  return { member, ...made }
}

const invalidated = async (articleId: string) => {
  const rows = await db.select().from(cacheInvalidation)
  return rows.filter(({ tags }) => tags.includes(`comments:${articleId}`)).map(({ urgency }) => urgency)
}

const after = { text: 'After.' }

test('readers see a changed comment at once, with its mark, for the minutes in which it may be changed', async () => {
  const { id, articleId, member } = await aVisibleComment(4)
  expect(await editComment(member, { commentId: id, ...after }, sender)).toMatchObject({ ok: true })
  const [seen] = await listThread(articleId, 1)
  expect(seen).toMatchObject({ text: 'After.', standing: 'visible', editedAt: expect.any(Date) })
  expect(await invalidated(articleId)).toEqual(['conceal'])
  expect(await countsOf(articleId)).toEqual({ comments: 1, roots: 1 })
})

test('after the minutes a comment that readers see is no longer changed', async () => {
  const { id, articleId, member } = await aVisibleComment(5)
  expect(await editComment(member, { commentId: id, ...after }, sender)).toMatchObject({ refusal: 'edit-time-over' })
  expect(await listThread(articleId, 1)).toMatchObject([{ text: 'Before.', editedAt: null }])
})

test('one that waits is changed at any time', async () => {
  const { id } = await aGuestsComment()
  const later = new Date(Date.now() + 24 * 3_600_000)
  expect(await editComment(stranger, { commentId: id, ...after }, sender, later)).toMatchObject({ ok: true })
})

test('nobody changes a comment round the decision of a moderator', async () => {
  const moderator = await aMember({ rank: 'moderator' })
  const verdict = (commentId: string, seenAs: 'held' | 'visible') => ({ commentId, seenAs, note: '' })
  const [approved, hidden, kept] = [await aGuestsComment(), await aGuestsComment(), await aGuestsComment('visible')]
  await approveComment(moderator, verdict(approved.id, 'held'))
  await hideComment(moderator, { ...verdict(hidden.id, 'held'), reason: 'spam' })
  await reportComment(await aMember(), { commentId: kept.id, reason: 'spam', note: '' }, elsewhere)
  await dismissReports(moderator, { commentId: kept.id, note: '' })
  for (const { id, text } of [approved, hidden, kept]) {
    expect(await editComment(stranger, { commentId: id, ...after }, sender)).toMatchObject({ refusal: 'too-late' })
    expect(await db.query.comment.findFirst({ where: eq(comment.id, id) })).toMatchObject({ text })
  }
})

test('a change passes what a new comment passes', async () => {
  const { id, articleId, member } = await aVisibleComment()
  const edit = (text: string, actor = member) => editComment(actor, { commentId: id, text }, sender)
  expect(await edit('')).toMatchObject({ refusal: 'empty' })
  expect(await edit('a'.repeat(5001))).toMatchObject({ refusal: 'too-long' })
  expect(await edit('https://example.org '.repeat(6))).toMatchObject({ refusal: 'too-many-links' })
  expect(await edit('After.', { ...member, sanction: 'mute' })).toMatchObject({ refusal: 'not-allowed' })
  await db.update(article).set({ commentsOpen: false }).where(eq(article.id, articleId))
  expect(await edit('After.')).toMatchObject({ refusal: 'comments-closed' })
  expect(await findPublicComment(id)).toMatchObject({ text: 'Before.' })
  expect(await db.$count(commentVersion, eq(commentVersion.commentId, id))).toBe(0)
})

test('a change that would wait as a new comment takes it out of sight, with the reason, and its author sees it', async () => {
  const member = await aMember()
  const root = await aComment()
  const reply = await aComment({ articleId: root.articleId, parent: root, memberId: member.id })
  expect(await editComment(member, { commentId: reply.id, ...after }, sender)).toMatchObject({ ok: true })

  expect(await listThread(root.articleId, 1)).toHaveLength(1)
  expect(await listOwnUnseenComments(root.articleId, { memberId: member.id, guestKey: null })).toMatchObject([
    { id: reply.id, text: 'After.', standing: 'held', heldBecause: 'first-comment' },
  ])
  expect(await invalidated(root.articleId)).toEqual(['conceal'])
  expect([await countsOf(root.articleId), await repliesOf(root.id)]).toEqual([{ comments: 1, roots: 1 }, 0])

  const verdict = { commentId: reply.id, seenAs: 'held', note: '' } as const
  expect(await approveComment(await aMember({ rank: 'moderator' }), verdict)).toMatchObject({ ok: true })
  expect([await countsOf(root.articleId), await repliesOf(root.id)]).toEqual([{ comments: 2, roots: 1 }, 1])
})

test('who is new edits no link in that posting would have asked a code for; deleted and put back, its place is true', async () => {
  const { id, articleId, member } = await aVisibleComment()
  expect(await editComment(member, { commentId: id, text: 'https://spam.example' }, sender)).toMatchObject({ ok: true })
  const whose = { memberId: member.id, guestKey: null }
  expect(await listOwnUnseenComments(articleId, whose)).toMatchObject([{ id, heldBecause: 'links' }])
  expect(await db.query.comment.findFirst({ where: eq(comment.id, id) })).toMatchObject({
    standing: 'held',
    heldBecause: 'links',
  })
  expect([await listThread(articleId, 1), await countsOf(articleId)]).toEqual([[], { comments: 0, roots: 1 }])

  await db.delete(cacheInvalidation)
  expect(await deleteComment(member, { commentId: id }, sender)).toMatchObject({ ok: true })
  expect(await listThread(articleId, 1)).toMatchObject([{ standing: 'deleted', text: '' }])
  expect(await undeleteComment(member, { commentId: id }, sender)).toMatchObject({ ok: true })
  expect(await listThread(articleId, 1)).toEqual([])
  expect(await invalidated(articleId)).toEqual(['now', 'now'])
})

test('the same change sent ten times at once is one version', async () => {
  const { id, member } = await aVisibleComment()
  const edits = Array.from({ length: 10 }, () => editComment(member, { commentId: id, ...after }, sender))
  expect((await Promise.all(edits)).every(({ ok }) => ok)).toBe(true)
  expect(await db.$count(commentVersion, eq(commentVersion.commentId, id))).toBe(1)
})

test('a person is told which comments are the own ones', async () => {
  const member = await aMember()
  const mine = await aComment({ memberId: member.id })
  await aComment({ articleId: mine.articleId })
  expect(await listOwnCommentIds(mine.articleId, { memberId: member.id, guestKey: null })).toEqual(new Set([mine.id]))
  expect(await listOwnCommentIds(mine.articleId, { memberId: null, guestKey: null })).toEqual(new Set())
})
