import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment, sanction } from '@/db/schema'
import { aComment, aMember, anArticle, aSection } from '@/db/testing/a-paper'
import { reportComment } from '@/domain/comment/report-comment'
import { newId } from '@/lib/new-id'
import { approveComment, hideComment } from './decide-comment'
import { queueQuestion } from './queue-question'
import { readCase } from './read-case'
import { readLastWord } from './read-last-word'
import { readQueue } from './read-queue'

const held = queueQuestion({ tab: 'held' })
const reported = queueQuestion({ tab: 'reported' })
const here = { visitorKey: null, addressHash: 'here' }
const aModerator = () => aMember({ rank: 'moderator' })

async function report(commentId: string, reason: string, now = new Date()) {
  const reader = await aMember()
  await reportComment(reader, { commentId, reason, note: `because of ${reason}` }, here, now)
  return reader
}

const idsOf = ({ entries }: Awaited<ReturnType<typeof readQueue>>) => entries.map((entry) => entry.comment.id)

test('the queue holds what waits, the longest waiting first, twenty to a page, and counts the rest', async () => {
  const article = await anArticle({ sectionId: (await aSection({ slug: 'queueing' })).id })
  const made = []
  for (let n = 0; n < 23; n += 1) made.push((await aComment({ articleId: article.id, standing: 'held' })).id)
  await aComment({ articleId: article.id })
  const here = { ...held, section: 'queueing' }

  const first = await readQueue(here)
  expect(idsOf(first)).toEqual(made.slice(0, 20))
  expect(Number(first.counts.held)).toBeGreaterThanOrEqual(23)
  const second = await readQueue({ ...here, after: first.next })
  expect(idsOf(second)).toEqual(made.slice(20))
  expect(second).toMatchObject({ next: undefined, isCut: false })

  await approveComment(await aModerator(), { commentId: made[0] ?? '', seenAs: 'held', note: '' })
  expect(idsOf(await readQueue(here))).toEqual(made.slice(1, 21))
})

test('reported comments come by their oldest open report, and go when they are decided', async () => {
  const article = await anArticle({ sectionId: (await aSection({ slug: 'reporting' })).id })
  const [later, sooner] = [await aComment({ articleId: article.id }), await aComment({ articleId: article.id })]
  await report(later.id, 'spam', new Date('2030-01-02'))
  await report(sooner.id, 'hate', new Date('2030-01-03'))
  await report(sooner.id, 'spam', new Date('2030-01-01'))
  const here = { ...reported, section: 'reporting' }

  const queue = await readQueue(here)
  expect(idsOf(queue)).toEqual([sooner.id, later.id])
  expect(queue.entries[0]?.since).toEqual(new Date('2030-01-01'))
  expect(queue.entries[0]?.reports).toMatchObject([
    { reason: { code: 'spam' }, note: 'because of spam' },
    { reason: { code: 'hate' }, note: 'because of hate' },
  ])
  expect(idsOf(await readQueue({ ...here, why: 'hate' }))).toEqual([sooner.id])
  expect(idsOf(await readQueue({ ...here, why: 'privacy' }))).toEqual([])
  expect(idsOf(await readQueue({ ...here, section: 'elsewhere' }))).toEqual([])

  await hideComment(await aModerator(), { commentId: sooner.id, seenAs: 'visible', reason: 'hate', note: '' })
  expect(idsOf(await readQueue(here))).toEqual([later.id])
})

test('held comments are found by why they are held', async () => {
  const article = await anArticle({ sectionId: (await aSection({ slug: 'holding' })).id })
  const one = await aComment({ articleId: article.id, standing: 'held' })
  const here = { ...held, section: 'holding' }
  expect(idsOf(await readQueue({ ...here, why: 'first-comment' }))).toEqual([one.id])
  expect(idsOf(await readQueue({ ...here, why: 'guest' }))).toEqual([])
  expect(idsOf(await readQueue({ ...held, article: article.slug }))).toEqual([one.id])
  expect(idsOf(await readQueue({ ...held, article: 'another' }))).toEqual([])
})

test('a member’s card tells what they wrote, what was removed, decided and imposed', async () => {
  const [author, moderator] = [await aMember(), await aModerator()]
  const article = await anArticle({ sectionId: (await aSection({ slug: 'card' })).id })
  await aComment({ articleId: article.id, memberId: author.id })
  const bad = await aComment({ articleId: article.id, memberId: author.id })
  await hideComment(moderator, { commentId: bad.id, seenAs: 'visible', reason: 'hate', note: '' })
  await aComment({ articleId: article.id, memberId: author.id, standing: 'held' })
  await db.insert(sanction).values({ id: newId(), memberId: author.id, kind: 'warning', reason: 'Mind your tone.' })

  const [entry] = (await readQueue({ ...held, section: 'card' })).entries
  expect(entry?.person).toMatchObject({
    kind: 'member',
    rank: 'member',
    visible: 1,
    hidden: 1,
    held: 1,
    decisions: 1,
    sanctions: [{ kind: 'warning', reason: 'Mind your tone.' }],
  })
})

test('a guest’s card counts what came from the same browser or neighbourhood, and never tells the address', async () => {
  const article = await anArticle({ sectionId: (await aSection({ slug: 'guests' })).id })
  const aGuest = async (standing: 'held' | 'visible', from: { guestKey?: string; senderHash?: string }) => {
    const one = await aComment({ articleId: article.id, standing, guestName: 'Passer-by' })
    await db
      .update(comment)
      .set({ guestEmail: 'secret@example.org', ...from })
      .where(eq(comment.id, one.id))
    return one
  }
  const one = await aGuest('held', { guestKey: 'k1', senderHash: 's1' })
  await aGuest('visible', { guestKey: 'k1', senderHash: 's1' })
  await aGuest('visible', { guestKey: 'k2', senderHash: 's1' })
  await aGuest('visible', { guestKey: 'k1', senderHash: 's2' })
  await aGuest('visible', { guestKey: 'k3', senderHash: 's3' })

  const queue = await readQueue({ ...held, section: 'guests' })
  expect(queue.entries[0]?.person).toMatchObject({ kind: 'guest', name: 'Passer-by', visible: 3, hidden: 0, held: 0 })
  expect(JSON.stringify([queue, await readCase(one.id)])).not.toContain('secret@example.org')
})

test('a comment’s case holds its whole thread, the held and hidden ones among it, and its history in order', async () => {
  const [author, moderator] = [await aMember(), await aModerator()]
  const root = await aComment({ memberId: author.id, text: 'Root' })
  const inThread = { articleId: root.articleId, parent: root }
  const reply = await aComment({ ...inThread, memberId: author.id, text: 'Reply' })
  const waiting = await aComment({ ...inThread, standing: 'held', text: 'Waiting' })
  await hideComment(moderator, { commentId: root.id, seenAs: 'visible', reason: 'hate', note: 'slur' })
  await report(reply.id, 'privacy')
  await hideComment(moderator, { commentId: reply.id, seenAs: 'visible', reason: 'privacy', note: '' })

  const found = await readCase(reply.id)
  expect(found?.thread.map(({ id, standing, text }) => [id, standing, text])).toEqual([
    [root.id, 'hidden', 'Root'],
    [reply.id, 'hidden', 'Reply'],
    [waiting.id, 'held', 'Waiting'],
  ])
  expect(found?.threadSize).toBe(3)
  expect(found?.comment).toMatchObject({ answersText: 'Root', answersStanding: 'hidden' })
  expect(found?.latest.map(({ id }) => id)).toEqual([root.id])
  expect(found?.history.map(({ kind }) => kind)).toEqual(['posted', 'reported', 'decided'])
  expect(found?.history[2]).toMatchObject({
    decision: {
      did: 'hide-comment',
      actorName: moderator.name,
      reason: { code: 'privacy' },
      before: 'visible',
      after: 'hidden',
    },
  })
  expect(await readCase(newId())).toBeUndefined()
})

test('the last word about a comment is the latest decision, and none where nobody decided', async () => {
  const [moderator, one] = [await aModerator(), await aComment({ standing: 'held' })]
  expect(await readLastWord(one.id)).toMatchObject({ comment: { id: one.id }, decision: undefined })
  await approveComment(moderator, { commentId: one.id, seenAs: 'held', note: '' })
  await hideComment(moderator, { commentId: one.id, seenAs: 'visible', reason: 'spam', note: '' })
  expect(await readLastWord(one.id)).toMatchObject({ decision: { kind: 'hide-comment', actorId: moderator.id } })
  expect(await readLastWord(newId())).toBeUndefined()
})
