import { expect, test } from 'vitest'
import { findDeskComment } from '@/db/queries/desk-comments'
import { countQueue } from '@/db/queries/queue'
import { listReportsBy, listReportsOf } from '@/db/queries/reports'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { type Actor, stranger } from '@/domain/actor'
import { approveComment, dismissReports, hideComment, restoreComment } from '@/domain/moderation/decide-comment'
import { newId } from '@/lib/new-id'
import { reportComment, reportInput } from './report-comment'

const browser = (visitorKey: string | null) => ({ visitorKey, addressHash: 'neighbourhood' })
const report = (actor: Actor, commentId: string, visitorKey: string | null = null) =>
  reportComment(actor, { commentId, reason: 'spam', note: '' }, browser(visitorKey))

test('a member reports a comment once; a second report changes nothing', async () => {
  const [reader, comment] = [await aMember(), await aComment()]
  expect(await report(reader, comment.id)).toMatchObject({ ok: true, value: { isFirst: true } })
  expect(await report(reader, comment.id)).toMatchObject({ ok: true, value: { isFirst: false } })
  expect(await listReportsOf([comment.id])).toHaveLength(1)
})

test('a member who sends the form ten times at once has reported once', async () => {
  const [reader, comment] = [await aMember(), await aComment()]
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => report(reader, comment.id)))
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isFirst)).toHaveLength(1)
  expect(await listReportsOf([comment.id])).toHaveLength(1)
})

test('guests report once for each browser; those without a key once for their neighbourhood', async () => {
  const comment = await aComment()
  for (const key of ['one', 'two', 'one', null, null]) await report(stranger, comment.id, key)
  expect(await listReportsOf([comment.id])).toHaveLength(3)
})

test('a report wants a reason', () => {
  const commentId = newId()
  expect(reportInput.safeParse({ commentId, reason: 'hate' })).toMatchObject({ success: true, data: { note: '' } })
  expect(reportInput.safeParse({ commentId, reason: '' }).success).toBe(false)
  expect(reportInput.safeParse({ commentId }).success).toBe(false)
  expect(reportInput.safeParse({ commentId, reason: 'Because!' }).success).toBe(false)
  expect(reportInput.safeParse({ commentId, reason: 'hate', note: 'x'.repeat(1001) }).success).toBe(false)
})

test('nobody reports what readers don’t see', async () => {
  const [reader, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const gone = { ok: false, refusal: 'no-such-comment' }
  const hidden = await aComment()
  await hideComment(moderator, { commentId: hidden.id, seenAs: 'visible', reason: 'hate', note: '' })
  expect(await report(reader, hidden.id)).toEqual(gone)
  expect(await report(reader, (await aComment({ standing: 'held' })).id)).toEqual(gone)
  expect(await report(reader, newId())).toEqual(gone)
  const withdrawn = await anArticle({ state: 'withdrawn' })
  expect(await report(reader, (await aComment({ articleId: withdrawn.id })).id)).toEqual(gone)
})

test('who is muted or banned reports nothing', async () => {
  const comment = await aComment()
  for (const sanction of ['mute', 'ban'] as const) {
    expect(await report({ ...(await aMember()), sanction }, comment.id)).toEqual({ ok: false, refusal: 'not-allowed' })
  }
  expect(await listReportsOf([comment.id])).toEqual([])
})

test('a report that comes at the moment of a decision is closed by it, or refused', async () => {
  const [reader, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const article = await anArticle()
  const comments = await Promise.all(Array.from({ length: 10 }, () => aComment({ articleId: article.id })))
  await Promise.all(
    comments.flatMap(({ id }) => [
      report(reader, id),
      hideComment(moderator, { commentId: id, seenAs: 'visible', reason: 'hate', note: '' }),
    ]),
  )
  const reports = await listReportsOf(comments.map(({ id }) => id))
  expect(reports.filter(({ outcome }) => outcome === null)).toEqual([])
  expect(await findDeskComment(comments[0]?.id ?? '')).toMatchObject({ standing: 'hidden' })
})

test('a reporter is told what became of the report', async () => {
  const [reader, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const [bad, good, open] = [await aComment(), await aComment(), await aComment()]
  for (const { id } of [bad, good, open]) await report(reader, id)
  await hideComment(moderator, { commentId: bad.id, seenAs: 'visible', reason: 'hate', note: '' })
  await dismissReports(moderator, { commentId: good.id, note: '' })

  const told = async () => new Map((await listReportsBy(reader.id)).map((one) => [one.commentId, one]))
  expect((await told()).get(bad.id)).toMatchObject({ outcome: 'upheld', standing: 'hidden' })
  expect((await told()).get(good.id)).toMatchObject({ outcome: 'dismissed', standing: 'visible' })
  expect((await told()).get(open.id)).toMatchObject({ outcome: null })
  await restoreComment(moderator, { commentId: bad.id, seenAs: 'hidden', note: '' })
  expect((await told()).get(bad.id)).toMatchObject({ outcome: 'upheld', standing: 'visible' })
  expect(await listReportsBy(moderator.id)).toEqual([])
})

test('moderators see how often a reporter was right before', async () => {
  const [reader, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
  const [right, wrong, now] = [await aComment(), await aComment(), await aComment()]
  for (const { id } of [right, wrong, now]) await report(reader, id)
  await hideComment(moderator, { commentId: right.id, seenAs: 'visible', reason: 'spam', note: '' })
  await dismissReports(moderator, { commentId: wrong.id, note: '' })
  expect(await listReportsOf([now.id])).toMatchObject([{ decidedBefore: 2, upheldBefore: 1 }])
  expect(await listReportsOf([right.id])).toMatchObject([{ decidedBefore: 0, upheldBefore: 0 }])
})

test('a held comment that is approved is no reported one', async () => {
  const before = (await countQueue()).reported
  const held = await aComment({ standing: 'held' })
  await approveComment(await aMember({ rank: 'moderator' }), { commentId: held.id, seenAs: 'held', note: '' })
  expect((await countQueue()).reported).toBe(before)
  await report(await aMember(), held.id)
  await report(await aMember(), held.id)
  expect((await countQueue()).reported).toBe(before + 1)
})
