import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPublicComment } from '@/db/queries/comments'
import { listDecisions } from '@/db/queries/decisions'
import { findDeskComment } from '@/db/queries/desk-comments'
import { comment, member, report } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { countsOf } from '@/db/testing/comment-counts'
import { addToEnvironment } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { type Actor, stranger } from '../actor'
import { reportComment } from '../comment/report-comment'
import { approveComment, dismissReports, hideComment } from '../moderation/decide-comment'
import { queueQuestion } from '../moderation/queue-question'
import { readQueue } from '../moderation/read-queue'

afterEach(() => addToEnvironment({ REPORT_HOLD_WEIGHT: '' }))

const tell = (actor: Actor, commentId: string, network = newId(), now = new Date()) =>
  reportComment(actor, { commentId, reason: 'spam', note: '' }, { visitorKey: newId(), addressHash: network }, now)

/** A member of long standing, so many of whose reports moderators decided. */
async function aReporter({ upheld = 0, dismissed = 0, isNew = false } = {}) {
  const actor = await aMember()
  const about = await aComment()
  if (!isNew)
    await db
      .update(member)
      .set({ createdAt: new Date('2020-01-01') })
      .where(eq(member.id, actor.id))
  const rows = Array.from({ length: upheld + dismissed }, (_, no) => no < upheld)
  for (const isUpheld of rows)
    await db.insert(report).values({
      commentId: (await anOldComment(about.articleId)).id,
      memberId: actor.id,
      reason: 'spam',
      outcome: isUpheld ? 'upheld' : 'dismissed',
      decidedAt: new Date(),
    })
  return actor
}

async function anOldComment(articleId: string) {
  const id = newId()
  await db.insert(comment).values({ id, rootId: id, articleId, text: 'Old.', standing: 'held', postKey: id })
  return { id }
}

const standingOf = async (id: string) => (await findDeskComment(id))?.standing
const theModerator = () => aMember({ rank: 'moderator' })

test('reports of those who were right before take a comment out of sight, and the log says that the site did', async () => {
  const article = await anArticle()
  const bad = await aComment({ articleId: article.id })
  const reporters = [await aReporter({ upheld: 10 }), await aReporter({ upheld: 10 }), await aReporter({ upheld: 10 })]
  await tell(reporters[0] ?? stranger, bad.id)
  await tell(reporters[1] ?? stranger, bad.id)
  expect(await standingOf(bad.id)).toBe('visible')

  await tell(reporters[2] ?? stranger, bad.id)

  expect(await findDeskComment(bad.id)).toMatchObject({ standing: 'held', heldBecause: 'reports' })
  expect(await findPublicComment(bad.id)).toBeUndefined()
  expect(await countsOf(article.id)).toMatchObject({ comments: 0 })
  expect(await listDecisions({ commentId: bad.id })).toMatchObject([
    {
      kind: 'hold-comment',
      isAutomatic: true,
      actorId: null,
      before: { reports: 3 },
      after: { heldBecause: 'reports', weight: 1.94 },
    },
  ])
})

test('reporters without a record, and those who were wrong, do not do it', async () => {
  const bad = await aComment()
  for (let no = 0; no < 3; no++) await tell(await aReporter({ dismissed: 5 }), bad.id)
  for (let no = 0; no < 3; no++) await tell(await aReporter(), bad.id)
  for (let no = 0; no < 3; no++) await tell(stranger, bad.id)
  expect(await standingOf(bad.id)).toBe('visible')
})

test('where the paper switched it off nothing is held for reports', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '0' })
  const bad = await aComment()
  for (let no = 0; no < 4; no++) await tell(await aReporter({ upheld: 10 }), bad.id)
  expect(await standingOf(bad.id)).toBe('visible')
})

test('a comment that a moderator let stand is immune, until its text changes', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '0.6' })
  const [moderator, trusted] = [await theModerator(), () => aReporter({ upheld: 10 })]
  const [approved, dismissed] = [await aComment({ standing: 'held' }), await aComment()]
  await approveComment(moderator, { commentId: approved.id, seenAs: 'held', note: '' })
  await tell(await aReporter(), dismissed.id)
  await dismissReports(moderator, { commentId: dismissed.id, note: '' })
  for (const { id } of [approved, dismissed]) {
    await tell(await trusted(), id)
    expect(await standingOf(id)).toBe('visible')
    await db.update(comment).set({ text: 'Other words.', editedAt: new Date() }).where(eq(comment.id, id))
    await tell(await trusted(), id)
    expect(await standingOf(id)).toBe('held')
  }
})

test('what was held for reports and is approved stays, whoever reports it then', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '0.6' })
  const good = await aComment()
  await tell(await aReporter({ upheld: 10 }), good.id)
  expect(await standingOf(good.id)).toBe('held')
  await approveComment(await theModerator(), { commentId: good.id, seenAs: 'held', note: '' })
  expect(await countsOf(good.articleId)).toMatchObject({ comments: 1 })
  await tell(await aReporter({ upheld: 10 }), good.id)
  expect(await standingOf(good.id)).toBe('visible')
  expect(await findPublicComment(good.id)).toMatchObject({ standing: 'visible' })
})

test('a brigade alerts at the queue instead, and honest reports beside it still count', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '0.3' })
  const target = await aComment()
  for (let no = 0; no < 8; no++) await tell(await aReporter({ isNew: true }), target.id)
  // 0.6 with those that look arranged, whose third came when nothing looked so yet.
  expect(await standingOf(target.id)).toBe('visible')
  const [entry] = (await readQueue(await questionOf(target.articleId))).entries
  expect(entry).toMatchObject({ arranged: 8, comment: { id: target.id } })

  await tell(await aReporter({ upheld: 5 }), target.id)
  expect(await standingOf(target.id)).toBe('held')
})

async function questionOf(articleId: string) {
  const found = await db.query.article.findFirst({ where: (one) => eq(one.id, articleId) })
  return queueQuestion({ tab: 'reported', article: found?.slug ?? '' })
}

test('one network that reports with old accounts is a brigade too', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '1.5' })
  const target = await aComment()
  for (let no = 0; no < 4; no++) await tell(await aReporter({ upheld: 10 }), target.id, 'one network')
  expect(await standingOf(target.id)).toBe('visible')
})

test('a report that makes the weight while a moderator hides the comment holds nothing', async () => {
  addToEnvironment({ REPORT_HOLD_WEIGHT: '0.6' })
  const moderator = await theModerator()
  for (let no = 0; no < 5; no++) {
    const [bad, reporter] = [await aComment(), await aReporter({ upheld: 10 })]
    const [hidden] = await Promise.all([
      hideComment(moderator, { commentId: bad.id, seenAs: 'visible', reason: 'hate', note: '' }),
      tell(reporter, bad.id),
    ])
    expect(await standingOf(bad.id)).toBe(hidden.ok ? 'hidden' : 'held')
    expect(await countsOf(bad.articleId)).toMatchObject({ comments: 0 })
  }
})
