import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { findPublicComment } from '@/db/queries/comments'
import { listDecisions } from '@/db/queries/decisions'
import { listPicks } from '@/db/queries/picks'
import { cacheInvalidation, comment, commentCount, pick } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, type MemberActor, ranks, stranger } from '../actor'
import { hideComment, restoreComment } from '../moderation/decide-comment'
import { readCase } from '../moderation/read-case'
import { deleteComment, undeleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { mostPicks, pickComment, withdrawPick } from './pick-comment'

const whole = { limit: 30, offset: 0 }
const idsOf = async (articleId: string) => (await listPicks(articleId, whole)).map(({ id }) => id)
const picksOf = async (slug: string) => (await findArticle(slug))?.picks
const sender = { visitorKey: null, addressHash: 'an-address' }

let [editor, moderator, writer]: MemberActor[] = []

beforeAll(async () => {
  editor = await aMember({ rank: 'editor' })
  moderator = await aMember({ rank: 'moderator' })
  writer = await aMember()
})

const people = () => {
  if (!editor || !moderator || !writer) throw new Error('nobody is there')
  return { editor, moderator, writer }
}

test('an editor picks a comment: it is marked, listed before earlier picks, counted, and in the log', async () => {
  const [article, { editor }] = [await anArticle(), people()]
  const [first, second] = [await aComment({ articleId: article.id }), await aComment({ articleId: article.id })]
  expect(await picksOf(article.slug)).toBe(0)

  expect(await pickComment(editor, { commentId: first.id }, new Date(Date.now() - 1000))).toMatchObject({ ok: true })
  expect(await pickComment(editor, { commentId: second.id })).toMatchObject({ ok: true, value: { slug: article.slug } })

  expect(await idsOf(article.id)).toEqual([second.id, first.id])
  expect(await picksOf(article.slug)).toBe(2)
  expect(await findPublicComment(first.id)).toMatchObject({ isPicked: true })
  expect(await listDecisions({ commentId: first.id })).toMatchObject([
    { kind: 'pick-comment', actorId: editor.id, before: { isPicked: false }, after: { isPicked: true } },
  ])
  const [latest] = await db.select().from(cacheInvalidation).orderBy(desc(cacheInvalidation.id)).limit(1)
  expect(latest).toMatchObject({ tags: [`comments:${article.id}`], urgency: 'now' })
})

test('a pick is withdrawn: it stands where it stood, and the log has both lines', async () => {
  const [comment, { editor, moderator }] = [await aComment(), people()]
  await pickComment(editor, { commentId: comment.id })

  expect(await withdrawPick(moderator, { commentId: comment.id })).toMatchObject({ ok: true })

  expect(await idsOf(comment.articleId)).toEqual([])
  expect(await findPublicComment(comment.id)).toMatchObject({ isPicked: false, standing: 'visible' })
  const kinds = (await listDecisions({ commentId: comment.id })).map(({ kind }) => kind)
  expect(kinds).toEqual(['pick-comment', 'withdraw-pick'])
  const told = (await readCase(comment.id))?.history.flatMap((event) =>
    event.kind === 'decided' ? [event.decision.did] : [],
  )
  expect(told).toEqual(kinds)
})

test('ten editors who pick at once make one pick and one line of the log', async () => {
  const comment = await aComment()
  const editors = await Promise.all(Array.from({ length: 10 }, () => aMember({ rank: 'editor' })))
  await Promise.all(editors.map((one) => pickComment(one, { commentId: comment.id })))
  expect(await idsOf(comment.articleId)).toEqual([comment.id])
  expect(await listDecisions({ commentId: comment.id })).toHaveLength(1)
})

const mayPick = new Set(['moderator', 'editor', 'admin'])

describe.each([...ranks, 'stranger', 'muted editor', 'banned admin'])('a %s', (who) => {
  const isAllowed = mayPick.has(who)
  test(isAllowed ? 'picks and withdraws' : 'neither picks nor withdraws', async () => {
    const actor = await actorOf(who)
    const [comment, picked] = [await aComment(), await aComment()]
    await pickComment(people().editor, { commentId: picked.id })
    const outcomes = [
      await pickComment(actor, { commentId: comment.id }),
      await withdrawPick(actor, { commentId: picked.id }),
    ]
    const refusal = { ok: false, refusal: 'not-allowed' }
    if (!isAllowed) expect(outcomes).toEqual([refusal, refusal])
    expect(await idsOf(comment.articleId)).toEqual(isAllowed ? [comment.id] : [])
    expect(await idsOf(picked.articleId)).toEqual(isAllowed ? [] : [picked.id])
    expect(await listDecisions({ commentId: comment.id })).toHaveLength(isAllowed ? 1 : 0)
  })
})

async function actorOf(who: string): Promise<Actor> {
  if (who === 'stranger') return stranger
  if (who === 'muted editor') return { ...(await aMember({ rank: 'editor' })), sanction: 'mute' }
  if (who === 'banned admin') return { ...(await aMember({ rank: 'admin' })), sanction: 'ban' }
  return aMember({ rank: ranks.find((rank) => rank === who) ?? 'member' })
}

test('nobody picks their own comment, not even an admin', async () => {
  const admin = await aMember({ rank: 'admin' })
  const comment = await aComment({ memberId: admin.id })
  expect(await pickComment(admin, { commentId: comment.id })).toEqual({ ok: false, refusal: 'own-comment' })
})

test('what readers don’t see can’t be picked', async () => {
  const { editor } = people()
  const gone = { ok: false, refusal: 'no-such-comment' }
  expect(await pickComment(editor, { commentId: (await aComment({ standing: 'held' })).id })).toEqual(gone)
  const withdrawn = await anArticle({ state: 'withdrawn' })
  expect(await pickComment(editor, { commentId: (await aComment({ articleId: withdrawn.id })).id })).toEqual(gone)
})

test('a comment that is hidden is no pick any more, and none either when it is shown again', async () => {
  const { editor, moderator } = people()
  const comment = await aComment()
  await pickComment(editor, { commentId: comment.id })
  await hideComment(moderator, { commentId: comment.id, seenAs: 'visible', reason: 'hate', note: '' })
  expect(await idsOf(comment.articleId)).toEqual([])
  expect(await findPublicComment(comment.id)).toMatchObject({ isPicked: false, text: '' })

  await restoreComment(moderator, { commentId: comment.id, seenAs: 'hidden', note: '' })
  expect(await findPublicComment(comment.id)).toMatchObject({ isPicked: false, standing: 'visible' })
})

test('a comment that its author deletes is no pick any more, and the tab goes with the last pick', async () => {
  const { editor, writer } = people()
  const article = await anArticle()
  const comment = await aComment({ articleId: article.id, memberId: writer.id })
  await pickComment(editor, { commentId: comment.id })
  await deleteComment(writer, { commentId: comment.id }, sender)
  expect([await idsOf(article.id), await picksOf(article.slug)]).toEqual([[], 0])
  await undeleteComment(writer, { commentId: comment.id }, sender)
  expect([await idsOf(article.id), await picksOf(article.slug)]).toEqual([[], 0])
})

test('a pick that is hidden at the same moment is nowhere a pick of what nobody sees', async () => {
  const { editor, moderator } = people()
  const comments = await Promise.all(Array.from({ length: 8 }, () => aComment()))
  await Promise.all(
    comments.flatMap(({ id }) => [
      pickComment(editor, { commentId: id }),
      hideComment(moderator, { commentId: id, seenAs: 'visible', reason: 'hate', note: '' }),
    ]),
  )
  for (const { articleId } of comments) expect(await idsOf(articleId)).toEqual([])
})

test('what is picked stays as it was picked: its author changes it no more', async () => {
  const { editor, writer } = people()
  const comment = await aComment({ memberId: writer.id })
  await pickComment(editor, { commentId: comment.id })
  const outcome = await editComment(writer, { commentId: comment.id, text: 'Buy my watches.' }, sender)
  expect(outcome).toEqual({ ok: false, refusal: 'too-late' })
})

test(`an article has at most ${mostPicks} picks, page by page`, async () => {
  const [article, { editor }] = [await anArticle(), people()]
  const numbers = Array.from({ length: mostPicks }, (_, no) => ({ id: newId(), no: no + 1 }))
  await db.insert(comment).values(
    numbers.map(({ id, no }) => ({
      ...{ id, rootId: id, rootNo: no, articleId: article.id, text: `Pick ${no}`, postKey: id },
      ...{ standing: 'visible' as const, visibleAt: new Date() },
    })),
  )
  await db
    .insert(commentCount)
    .values(numbers.map(({ id, no }) => ({ commentId: id, articleId: article.id, rootNo: no })))
  await db.insert(pick).values(numbers.map(({ id }) => ({ commentId: id, articleId: article.id })))
  const oneMore = await aComment({ parent: await firstOf(article.id), articleId: article.id })
  expect(await pickComment(editor, { commentId: oneMore.id })).toEqual({ ok: false, refusal: 'too-many-picks' })
  expect(await idsOf(article.id)).toHaveLength(30)
  expect(await listPicks(article.id, { limit: 30, offset: 90 })).toHaveLength(10)
})

async function firstOf(articleId: string) {
  const [first] = await db.select().from(comment).where(eq(comment.articleId, articleId)).limit(1)
  if (!first) throw new Error('the article has no comment')
  return first
}
