import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { findPublicComment, listOwnUnseenComments } from '@/db/queries/comments'
import { listThread } from '@/db/queries/threads'
import { article, cacheInvalidation } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { countsOf, repliesOf } from '@/db/testing/comment-counts'
import { hideComment } from '../moderation/decide-comment'
import { checkCounters, type Drift } from './check-counters'
import { commentInput } from './comment-input'
import { deleteComment, undeleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { postComment } from './post-comment'

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const hide = (commentId: string, moderator: Awaited<ReturnType<typeof aMember>>) =>
  hideComment(moderator, { commentId, seenAs: 'visible', reason: 'spam', note: '' })

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

test('what its author deleted is out of sight for every cache at once', async () => {
  const member = await aMember()
  const { id, articleId } = await aComment({ memberId: member.id })
  await deleteComment(member, { commentId: id }, sender)
  const rows = await db.select().from(cacheInvalidation)
  expect(rows.filter(({ tags }) => tags.includes(`comments:${articleId}`))).toMatchObject([{ urgency: 'conceal' }])
})

test('for ten minutes its author takes a deletion back, and it stands where it stood', async () => {
  const member = await aMember()
  const root = await aComment({ memberId: member.id, text: 'I was right.' })
  const reply = await aComment({ articleId: root.articleId, parent: root })
  const before = await db.query.comment.findFirst({ where: (one) => eq(one.id, root.id) })
  await deleteComment(member, { commentId: root.id }, sender)
  expect(await undeleteComment(member, { commentId: root.id }, sender, minutesFromNow(9))).toMatchObject({ ok: true })
  expect(await listThread(root.articleId, 1)).toMatchObject([
    { text: 'I was right.', standing: 'visible', rootNo: 1 },
    { id: reply.id },
  ])
  const now = await db.query.comment.findFirst({ where: (one) => eq(one.id, root.id) })
  expect({ ...now, movedAt: null }).toEqual({ ...before, movedAt: null })
  expect([await countsOf(root.articleId), await repliesOf(root.id)]).toEqual([{ comments: 2, roots: 1 }, 1])
})

test('after ten minutes what was deleted stays so', async () => {
  const member = await aMember()
  const { id } = await aComment({ memberId: member.id })
  const at = new Date()
  await deleteComment(member, { commentId: id }, sender, at)
  const tenMinutesLater = new Date(at.getTime() + 10 * 60_000)
  expect(await undeleteComment(member, { commentId: id }, sender, tenMinutesLater)).toMatchObject({
    refusal: 'undelete-time-over',
  })
  expect(await findPublicComment(id)).toMatchObject({ standing: 'deleted', text: '' })
})

test('a comment that waited waits again, with its reason', async () => {
  const member = await aMember()
  const held = await aComment({ memberId: member.id, standing: 'held' })
  await deleteComment(member, { commentId: held.id }, sender)
  expect(await undeleteComment(member, { commentId: held.id }, sender)).toMatchObject({ ok: true })
  expect(await listOwnUnseenComments(held.articleId, { memberId: member.id, guestKey: null })).toMatchObject([
    { id: held.id, standing: 'held', heldBecause: 'first-comment' },
  ])
  expect(await countsOf(held.articleId)).toEqual({ comments: 0, roots: 0 })
})

test('a deletion is taken back though the parent was hidden and the article closed meanwhile', async () => {
  const [member, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const root = await aComment()
  const reply = await aComment({ articleId: root.articleId, parent: root, memberId: member.id })
  await deleteComment(member, { commentId: reply.id }, sender)
  await hide(root.id, moderator)
  await db.update(article).set({ commentsOpen: false }).where(eq(article.id, root.articleId))
  expect(await undeleteComment(member, { commentId: reply.id }, sender)).toMatchObject({ ok: true })
  expect(await listThread(root.articleId, 1)).toMatchObject([{ standing: 'hidden' }, { standing: 'visible' }])
  expect([await countsOf(root.articleId), await repliesOf(root.id)]).toEqual([{ comments: 1, roots: 1 }, 1])
})

test('nobody takes back what a moderator did, and the muted put nothing back', async () => {
  const [member, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const [hidden, own] = [await aComment({ memberId: member.id }), await aComment({ memberId: member.id })]
  await hide(hidden.id, moderator)
  expect(await undeleteComment(member, { commentId: hidden.id }, sender)).toMatchObject({ refusal: 'no-such-comment' })
  expect(await findPublicComment(hidden.id)).toMatchObject({ standing: 'hidden' })
  await deleteComment(member, { commentId: own.id }, sender)
  const muted = { ...member, sanction: 'mute' } as const
  expect(await undeleteComment(muted, { commentId: own.id }, sender)).toMatchObject({ refusal: 'not-allowed' })
})

test('taking it back ten times at once counts once', async () => {
  const member = await aMember()
  const { id, articleId } = await aComment({ memberId: member.id })
  await deleteComment(member, { commentId: id }, sender)
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => undeleteComment(member, { commentId: id }, sender)),
  )
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await countsOf(articleId)).toEqual({ comments: 1, roots: 1 })
})

test('edits, deletions, their undoing, hiding and answers at once leave exact counters', async () => {
  const [member, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const root = await aComment({ memberId: member.id })
  const { articleId } = root
  const replies = await Promise.all(
    [1, 2, 3, 4, 5].map(() => aComment({ articleId, parent: root, memberId: member.id })),
  )
  const chaos = [root, ...replies].flatMap(({ id }, nth) => [
    deleteComment(member, { commentId: id }, sender),
    editComment(member, { commentId: id, text: `Changed ${nth}` }, sender),
    undeleteComment(member, { commentId: id }, sender),
    postComment(moderator, commentInput.parse({ articleId, parentId: id, text: `Answer ${nth}` }), sender),
    deleteComment(member, { commentId: id }, sender),
    nth % 2 === 0 ? hide(id, moderator) : undeleteComment(member, { commentId: id }, sender),
  ])
  await Promise.all(chaos)

  const drifts: Drift[] = []
  await checkCounters({ onDrift: (drift) => drifts.push(drift) })
  expect(drifts.filter((drift) => drift.articleId === articleId)).toEqual([])
})
