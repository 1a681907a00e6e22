import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listFinds } from '@/db/queries/word-trials'
import { comment } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { hideComment } from '../moderation/decide-comment'
import { addTerms } from './change-list'
import { aList, find } from './testing/a-list'
import { startTrial, tryList } from './try-list'

// Each test looks at days of its own, before which and after which nothing was written.

let year = 2001
const day = 24 * 60 * 60_000

/** The first of a year, and a way to write comments some days before it. */
async function aTime() {
  const now = new Date(`${year++}-01-01T00:00:00Z`)
  const articleId = (await anArticle()).id
  const said = async (text: string, daysAgo: number, more: Parameters<typeof aComment>[0] = {}) => {
    const made = await aComment({ articleId, text, ...more })
    await db
      .update(comment)
      .set({ createdAt: new Date(now.getTime() - daysAgo * day) })
      .where(eq(comment.id, made.id))
    return made
  }
  return { now, said }
}

async function start(listId: string, now: Date) {
  const started = await startTrial(await aMember({ rank: 'moderator' }), { listId }, now)
  expect(started).toMatchObject({ ok: true })
  return (await find(listId)).trial?.id ?? ''
}

const trialOf = async (listId: string) => (await find(listId)).trial

test('a trial says of how many comments of thirty days it would have held how many, and which were approved', async () => {
  const { now, said } = await aTime()
  const moderator = await aMember({ rank: 'moderator' })
  const first = await said('This is spam.', 29.9)
  const hidden = await said('More S P A M here.', 20)
  await hideComment(moderator, { commentId: hidden.id, seenAs: 'visible', reason: 'spam', note: '' })
  const held = await said('sp4m', 10, { standing: 'held' })
  await said('Nothing of the kind.', 5)
  await said('spam', 31)
  await said('spam', -1)
  await said('spam', 3, { memberId: moderator.id })
  const { id } = await aList({ terms: ['spam'] })

  const trialId = await start(id, now)
  expect(await trialOf(id)).toMatchObject({ comments: 4, looked: 0, doneAt: null })
  await tryList({ trialId })
  expect(await trialOf(id)).toMatchObject({ comments: 4, looked: 4, found: 3, approved: 1, doneAt: expect.any(Date) })
  const listed = await listFinds(trialId, { limit: 10, offset: 0 })
  expect(listed.map(({ id, wasApproved }) => [id, wasApproved])).toEqual([
    [first.id, true],
    [hidden.id, false],
    [held.id, false],
  ])
  expect(listed[1]?.words).toEqual([{ term: 'spam', start: 5, end: 12 }])
  expect(await listFinds(trialId, { limit: 1, offset: 1 })).toMatchObject([{ id: hidden.id }])
  expect(await db.$count(comment, sql`${comment.findings} @> '[{"because":"word"}]'`)).toBe(0)
})

test('a trial that was called off goes on where it stood, and done twice it counts once', async () => {
  const { now, said } = await aTime()
  for (let nth = 0; nth < 7; nth++) await said(`spam ${nth}`, 1)
  const { id } = await aList({ terms: ['spam'] })
  const trialId = await start(id, now)
  let looks = 0
  const afterTwo = { throwIfAborted: () => void (++looks > 2 && fail()) } as AbortSignal
  await expect(tryList({ trialId }, { atOnce: 2, signal: afterTwo })).rejects.toThrow('called off')
  expect(await trialOf(id)).toMatchObject({ looked: 4, found: 4, doneAt: null })
  await tryList({ trialId }, { atOnce: 2 })
  await tryList({ trialId }, { atOnce: 2 })
  expect(await trialOf(id)).toMatchObject({ looked: 7, found: 7, approved: 7, doneAt: expect.any(Date) })
  const listed = await listFinds(trialId, { limit: 10, offset: 0 })
  expect(new Set(listed.map((one) => one.id)).size).toBe(7)
})

function fail(): never {
  throw new Error('called off')
}

test('a job of a trial that was replaced does nothing', async () => {
  const { now, said } = await aTime()
  await said('spam', 1)
  const { id } = await aList({ terms: ['spam'] })
  const replaced = await start(id, now)
  await addTerms(await aMember({ rank: 'moderator' }), { listId: id, terms: [newId()] })
  const present = await start(id, now)
  await tryList({ trialId: replaced })
  expect(await trialOf(id)).toMatchObject({ id: present, looked: 0 })
})

test('starting a trial puts a job into the queue', async () => {
  const { id } = await aList()
  const trialId = await start(id, new Date())
  const jobs = await db.execute(sql`select name from pgboss.job where data->>'trialId' = ${trialId}`)
  expect(jobs).toMatchObject([{ name: 'try-word-list' }])
})

test('the next comments of a trial are found by their times in the index, however many there are', async () => {
  const { id } = await aList()
  const trialId = await start(id, new Date())
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql`
      explain select id from comment where created_at >= '2026-01-01' and created_at < '2026-02-01'
        and (created_at, id) > (select last_at, last_id from word_trial where id = ${trialId})
      order by created_at, id limit 500`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Index (Only )?Scan using comment_created/)
  expect(plan).toMatch(/Index Cond:.*ROW\(created_at, id\) > ROW/)
})
