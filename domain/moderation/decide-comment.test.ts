import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { updateText } from '@/db/queries/comment-changes'
import { findPublicComment } from '@/db/queries/comments'
import { listDecisions } from '@/db/queries/decisions'
import { findDeskComment } from '@/db/queries/desk-comments'
import { listReportsOf } from '@/db/queries/reports'
import { listSubtree, listThread } from '@/db/queries/threads'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { countsOf, repliesOf, rootNumbersOf } from '@/db/testing/comment-counts'
import { type Actor, stranger } from '@/domain/actor'
import { readDiscussion } from '@/domain/comment/read-discussion'
import { reportComment } from '@/domain/comment/report-comment'
import { newId } from '@/lib/new-id'
import { approveComment, dismissReports, hideComment, restoreComment } from './decide-comment'
import { readCase } from './read-case'

const attack = 'personal-attack' as const
const aModerator = () => aMember({ rank: 'moderator' })
const verdict = (commentId: string, seenAs: 'held' | 'visible' | 'hidden') => ({ commentId, seenAs, note: '' })

async function aReport(commentId: string) {
  const reader = await aMember()
  await reportComment(reader, { commentId, reason: 'spam', note: '' }, { visitorKey: null, addressHash: 'a' })
  return reader
}

const acts: Record<string, (actor: Actor) => Promise<{ ok: boolean }>> = {
  approve: async (actor) => approveComment(actor, verdict((await aComment({ standing: 'held' })).id, 'held')),
  hide: async (actor) => hideComment(actor, { ...verdict((await aComment()).id, 'visible'), reason: attack }),
  restore: async (actor) => {
    const comment = await aComment()
    await hideComment(await aModerator(), { ...verdict(comment.id, 'visible'), reason: attack })
    return restoreComment(actor, verdict(comment.id, 'hidden'))
  },
  'dismiss the reports of': async (actor) => {
    const comment = await aComment()
    await aReport(comment.id)
    return dismissReports(actor, { commentId: comment.id, note: '' })
  },
}

test.each(Object.entries(acts))('moderators and admins %s a comment; nobody else does', async (_, act) => {
  expect(await act(await aMember({ rank: 'moderator' }))).toMatchObject({ ok: true })
  expect(await act(await aMember({ rank: 'admin' }))).toMatchObject({ ok: true })

  const no = { ok: false, refusal: 'not-allowed' }
  expect(await act(stranger)).toEqual(no)
  expect(await act(await aMember({ rank: 'member' }))).toEqual(no)
  expect(await act(await aMember({ rank: 'editor' }))).toEqual(no)
  expect(await act({ ...(await aModerator()), sanction: 'mute' })).toEqual(no)
  expect(await act({ ...(await aModerator()), sanction: 'ban' })).toEqual(no)
  expect(await act({ ...(await aMember({ rank: 'admin' })), sanction: 'ban' })).toEqual(no)
})

test('a decision that is refused changes nothing and writes no line in the log', async () => {
  const comment = await aComment({ standing: 'held' })
  await approveComment(await aMember(), verdict(comment.id, 'held'))
  expect(await findDeskComment(comment.id)).toMatchObject({ standing: 'held' })
  expect(await listDecisions({ commentId: comment.id })).toEqual([])
})

test('two moderators at once: one hides, the other is told, one decision is logged', async () => {
  const comment = await aComment()
  const [first, second] = [await aModerator(), await aModerator()]
  const hide = { ...verdict(comment.id, 'visible'), reason: attack }

  const outcomes = await Promise.all([hideComment(first, hide), hideComment(second, hide)])

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already-moved' })
  expect(await listDecisions({ commentId: comment.id })).toHaveLength(1)
  expect(await countsOf(comment.articleId)).toMatchObject({ comments: 0 })
})

test('one approves while the other hides: the log tells of the one who was first', async () => {
  const comment = await aComment({ standing: 'held' })
  const outcomes = await Promise.all([
    approveComment(await aModerator(), verdict(comment.id, 'held')),
    hideComment(await aModerator(), { ...verdict(comment.id, 'held'), reason: 'spam' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const [decision, ...more] = await listDecisions({ commentId: comment.id })
  expect(more).toEqual([])
  expect(decision?.after).toEqual({ standing: (await findDeskComment(comment.id))?.standing })
})

test('a comment that stands otherwise than it was seen is left as it is', async () => {
  const moderator = await aModerator()
  const comment = await aComment()
  const moved = { ok: false, refusal: 'already-moved' }
  expect(await approveComment(moderator, verdict(comment.id, 'held'))).toEqual(moved)
  expect(await approveComment(moderator, verdict(comment.id, 'hidden'))).toEqual(moved)
  expect(await restoreComment(moderator, verdict(comment.id, 'hidden'))).toEqual(moved)
  expect(await dismissReports(moderator, { commentId: comment.id, note: '' })).toEqual(moved)
  expect(await approveComment(moderator, verdict(newId(), 'held'))).toEqual({ ok: false, refusal: 'no-such-comment' })
})

test('a comment that readers saw at once is let stand once, which closes its reports and moves nothing', async () => {
  const moderator = await aModerator()
  const comment = await aComment()
  await aReport(comment.id)
  const before = await findDeskComment(comment.id)
  expect(before?.decidedAt).toBeNull()

  expect(await approveComment(moderator, verdict(comment.id, 'visible'))).toMatchObject({ ok: true })
  const after = await findDeskComment(comment.id)
  expect(after).toEqual({ ...before, decidedAt: expect.any(Date) })
  expect(await countsOf(comment.articleId)).toMatchObject({ comments: 1, roots: 1 })
  expect(await listReportsOf([comment.id])).toMatchObject([{ outcome: 'dismissed' }])
  expect(await listDecisions({ commentId: comment.id })).toMatchObject([{ kind: 'approve-comment' }])
  expect(await approveComment(moderator, verdict(comment.id, 'visible'))).toMatchObject({ refusal: 'already-moved' })
})

test('a text that its author changed after the moderator read it is not decided about', async () => {
  const [author, moderator] = [await aMember(), await aModerator()]
  const one = await aComment({ memberId: author.id, standing: 'held', text: 'Lovely weather.' })
  const read = { ...verdict(one.id, 'held'), seenEdit: 0 }
  const changed = new Date('2030-01-01T00:00:00.123Z')
  await db.transaction((tx) =>
    updateText(one.id, { text: 'Buy my boots.', heldBecause: 'guest', findings: null }, changed, tx),
  )

  expect(await approveComment(moderator, read)).toEqual({ ok: false, refusal: 'rewritten' })
  expect(await findDeskComment(one.id)).toMatchObject({ standing: 'held' })
  const seenEdit = (await findDeskComment(one.id))?.editedAt?.getTime() ?? 0
  expect(await approveComment(moderator, { ...read, seenEdit })).toMatchObject({ ok: true })
  expect((await readCase(one.id))?.history.map(({ kind }) => kind)).toEqual(['posted', 'version', 'decided', 'edited'])
})

test('approving, hiding and restoring keep the article’s total and its root’s replies', async () => {
  const moderator = await aModerator()
  const root = await aComment()
  const reply = await aComment({ articleId: root.articleId, parent: root, standing: 'held' })
  const counted = async () => [(await countsOf(root.articleId)).comments, await repliesOf(root.id)]
  expect(await counted()).toEqual([1, 0])

  await approveComment(moderator, verdict(reply.id, 'held'))
  expect(await counted()).toEqual([2, 1])
  await hideComment(moderator, { ...verdict(reply.id, 'visible'), reason: attack })
  expect(await counted()).toEqual([1, 0])
  await restoreComment(moderator, verdict(reply.id, 'hidden'))
  expect(await counted()).toEqual([2, 1])
  await hideComment(moderator, { ...verdict(root.id, 'visible'), reason: attack })
  expect(await counted()).toEqual([1, 1])
})

test('hiding a comment that nobody saw counts nothing out', async () => {
  const held = await aComment({ standing: 'held' })
  await hideComment(await aModerator(), { ...verdict(held.id, 'held'), reason: 'spam' })
  expect(await countsOf(held.articleId)).toMatchObject({ comments: 0, roots: 0 })
  expect(await findPublicComment(held.id)).toBeUndefined()
})

test('twenty comments that are approved at once get the numbers 1 to 20, each one', async () => {
  const article = await anArticle()
  const moderator = await aModerator()
  const held = await Promise.all(
    Array.from({ length: 20 }, () => aComment({ articleId: article.id, standing: 'held' })),
  )
  const outcomes = await Promise.all(held.map(({ id }) => approveComment(moderator, verdict(id, 'held'))))

  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await rootNumbersOf(article.id)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
  expect(await countsOf(article.id)).toMatchObject({ comments: 20, roots: 20 })
})

test('a comment keeps its number when it is hidden and shown again', async () => {
  const moderator = await aModerator()
  const comment = await aComment()
  await hideComment(moderator, { ...verdict(comment.id, 'visible'), reason: attack })
  expect(await rootNumbersOf(comment.articleId)).toEqual([1])
  await restoreComment(moderator, verdict(comment.id, 'hidden'))
  expect(await rootNumbersOf(comment.articleId)).toEqual([1])
  expect(await countsOf(comment.articleId)).toMatchObject({ comments: 1, roots: 1 })
})

test('a hidden comment leaves its place with the reason, its replies, and not a word of its text or author', async () => {
  const author = await aMember({ name: 'Gustavia Unmistakable' })
  const root = await aComment({ memberId: author.id, text: 'Zanzibarian insults' })
  const reply = await aComment({ articleId: root.articleId, parent: root, text: 'Now now.' })
  const readByReaders = async () => [
    await listThread(root.articleId, 1),
    await listSubtree(root.id),
    await findPublicComment(root.id),
    await findPublicComment(reply.id),
  ]
  expect(JSON.stringify(await readByReaders())).toMatch(/Zanzibarian.*Gustavia/s)

  await hideComment(await aModerator(), { ...verdict(root.id, 'visible'), reason: 'hate' })

  expect(JSON.stringify(await readByReaders())).not.toMatch(/Zanzibarian|Gustavia/)
  expect(JSON.stringify(await readByReaders())).not.toContain(author.handle)
  const [placeholder, answer] = await listThread(root.articleId, 1)
  expect(placeholder).toMatchObject({
    id: root.id,
    standing: 'hidden',
    hiddenBecause: { code: 'hate', ruleNo: 2 },
    text: '',
    name: null,
  })
  expect(placeholder?.movedAt).toBeInstanceOf(Date)
  expect(answer).toMatchObject({ id: reply.id, standing: 'visible', text: 'Now now.' })

  await restoreComment(await aModerator(), verdict(root.id, 'hidden'))
  expect(await findPublicComment(root.id)).toMatchObject({ text: 'Zanzibarian insults', hiddenBecause: null })
})

test('every decision is logged with who, what, why, before and after', async () => {
  const moderator = await aModerator()
  const comment = await aComment({ standing: 'held' })
  await approveComment(moderator, { ...verdict(comment.id, 'held'), note: 'looks fine' })
  await hideComment(moderator, { ...verdict(comment.id, 'visible'), reason: 'privacy', note: 'a street address' })
  expect(await listDecisions({ commentId: comment.id })).toMatchObject([
    {
      kind: 'approve-comment',
      actorId: moderator.id,
      note: 'looks fine',
      before: { standing: 'held' },
      after: { standing: 'visible' },
    },
    {
      kind: 'hide-comment',
      reason: { code: 'privacy' },
      note: 'a street address',
      before: { standing: 'visible' },
      after: { standing: 'hidden' },
    },
  ])
})

test('no line of the log can be changed or taken out, by SQL neither', async () => {
  const comment = await aComment()
  await hideComment(await aModerator(), { ...verdict(comment.id, 'visible'), reason: attack })
  const refused = { cause: expect.objectContaining({ message: 'the log of decisions is append-only' }) }
  await expect(db.execute(sql`update decision set note = 'nothing to see'`)).rejects.toMatchObject(refused)
  await expect(db.execute(sql`delete from decision`)).rejects.toMatchObject(refused)
  await expect(db.execute(sql`truncate decision`)).rejects.toMatchObject(refused)
  expect(await listDecisions({ commentId: comment.id })).toHaveLength(1)
})

test('nobody judges their own comment, an admin excepted, who may be the only one there is', async () => {
  const moderator = await aModerator()
  const own = await aComment({ memberId: moderator.id })
  await aReport(own.id)
  const refusal = { ok: false, refusal: 'own-comment' }
  expect(await hideComment(moderator, { ...verdict(own.id, 'visible'), reason: attack })).toEqual(refusal)
  expect(await dismissReports(moderator, { commentId: own.id, note: '' })).toEqual(refusal)
  await hideComment(await aModerator(), { ...verdict(own.id, 'visible'), reason: attack })
  expect(await restoreComment(moderator, verdict(own.id, 'hidden'))).toEqual(refusal)

  const admin = await aMember({ rank: 'admin' })
  const theirs = await aComment({ memberId: admin.id })
  expect(await hideComment(admin, { ...verdict(theirs.id, 'visible'), reason: attack })).toMatchObject({ ok: true })
})

test('hiding a reported comment upholds its reports, keeping it dismisses them, once', async () => {
  const moderator = await aModerator()
  const [bad, good] = [await aComment(), await aComment()]
  for (const comment of [bad, bad, good]) await aReport(comment.id)

  await hideComment(moderator, { ...verdict(bad.id, 'visible'), reason: attack })
  await dismissReports(moderator, { commentId: good.id, note: '' })

  const outcomesOf = async (id: string) => (await listReportsOf([id])).map(({ outcome }) => outcome)
  expect(await outcomesOf(bad.id)).toEqual(['upheld', 'upheld'])
  expect(await outcomesOf(good.id)).toEqual(['dismissed'])
  expect(await findDeskComment(good.id)).toMatchObject({ standing: 'visible' })
  expect(await dismissReports(moderator, { commentId: good.id, note: '' })).toMatchObject({ refusal: 'already-moved' })
  expect(await listDecisions({ commentId: good.id })).toHaveLength(1)
})

test('nobody is banned in the dark: author and stranger are shown the same thread, and the author what waits', async () => {
  const author = await aMember()
  const article = await anArticle()
  await aComment({ articleId: article.id, memberId: author.id, text: 'Seen by all.' })
  const held = await aComment({ articleId: article.id, memberId: author.id, standing: 'held', text: 'Not yet.' })
  const shownTo = (actor: Actor) =>
    readDiscussion(
      { ...article, commentsOpen: true, secondsBetween: 0 },
      actor,
      { key: null, addressHash: 'a' },
      {},
      false,
    )

  const [theirs, strangers] = [await shownTo(author), await shownTo(stranger)]
  expect(theirs.comments).toMatchObject([{ text: 'Seen by all.' }])
  expect(theirs.comments).toEqual(strangers.comments)
  expect(theirs.unseen).toMatchObject([{ id: held.id, standing: 'held' }])
  expect(strangers.unseen).toEqual([])

  await approveComment(await aModerator(), verdict(held.id, 'held'))
  expect((await shownTo(author)).comments).toHaveLength(2)
  expect((await shownTo(author)).comments).toEqual((await shownTo(stranger)).comments)
})
