import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { db } from '@/db/client'
import { findAppealAgainst } from '@/db/queries/appeals'
import { insertDecision } from '@/db/queries/decisions'
import {
  countLog,
  countMonth,
  findNextLogLine,
  type LogFilter,
  listLog,
  listLogMonths,
} from '@/db/queries/moderation-log'
import * as schema from '@/db/schema'
import { cacheInvalidation, decision, reason } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { withdrawArticle } from '@/domain/article/withdraw-article'
import { env } from '@/lib/env'
import { decideAppeal } from '../appeal/decide-appeal'
import { lodgeAppeal } from '../appeal/lodge-appeal'
import { commentInput } from '../comment/comment-input'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { approveComment, dismissReports, hideComment } from '../moderation/decide-comment'
import { sender } from '../notification/testing/a-reply'
import { aGuestsRemoval, aRemoval, aSignedUp, restore } from '../statement/testing/a-removal'
import { readLinesName, readLogPart } from './addresses'
import { didOf, roleOf, spanText, whyOf } from './log-text'
import { logFeed, logJson } from './log-wire'

const all: LogFilter = { of: 'all' }
const whole = { limit: 1000, offset: 0 }
const hours = (n: number) => n * 3_600_000

/** Lines are never deleted: the log of each test begins where the one before ended. */
let began = new Date()
beforeEach(() => {
  began = new Date()
})

const linesNow = async (now = new Date(Date.now() + hours(25)), filter = all) =>
  (await listLog(filter, whole, now)).filter(({ createdAt }) => createdAt >= began)

test('the log tells what, under which rule, when, by which role and where, and nobody’s name or text', async () => {
  const moderator = await aMember({ rank: 'moderator', name: 'Moderata Unnamed' })
  const { author, own } = await aRemoval({ by: moderator, text: 'Zanzibarian insults', reason: 'hate' })
  const guests = await aGuestsRemoval({ by: moderator, text: 'Zanzibarian adverts' })
  await restore(moderator, own.id)
  const lines = await linesNow()

  expect(lines.map((line) => [didOf(line), whyOf(line), roleOf(line)])).toEqual([
    ['restored', 'had been removed under rule 2, hatred against a group of people', 'moderator'],
    ['removed', 'rule 5, advertising or spam', 'moderator'],
    ['removed', 'rule 2, hatred against a group of people', 'moderator'],
  ])
  const month = new Date().toISOString().slice(0, 7)
  const told = JSON.stringify(lines) + logFeed(lines) + JSON.stringify(logJson(month, lines, 1, 1))
  expect(told).toContain('hatred')
  for (const secret of ['Zanzibarian', author.name, author.handle, author.id, moderator.name, moderator.id, own.id])
    expect(told).not.toContain(secret)
  for (const secret of [guests.own.id, guests.email, 'Ida Quayle']) expect(told).not.toContain(secret)
})

test('the note that a moderator wrote for the log is not public, nor is what an author or decider wrote', async () => {
  const author = await aRemoval()
  await lodgeAppeal(author.author, { key: author.decisionId, text: 'Xylophonic plea' })
  const { id = '' } = (await findAppealAgainst(author.decisionId)) ?? {}
  await decideAppeal(await aSignedUp('moderator'), { appealId: id, outcome: 'overturned', answer: 'Xylophonic answer' })
  const other = await aComment()
  await hideComment(await aMember({ rank: 'moderator' }), {
    commentId: other.id,
    seenAs: 'visible',
    reason: 'spam',
    note: 'Xylophonic note',
  })
  const lines = await linesNow()
  expect(lines.map(({ kind }) => kind)).toEqual(['hide-comment', 'overturn-decision', 'lodge-appeal', 'hide-comment'])
  expect(lines[2] && roleOf(lines[2])).toBe('author')
  expect(JSON.stringify(lines) + logFeed(lines) + JSON.stringify(logJson('2026-01', lines, 1, 1))).not.toContain('Xylo')
})

test('what is about personal data is told a day later, its restoring too', async () => {
  // Days of their own, long after the other tests' lines.
  const began = new Date('2029-03-01T12:00:00Z')
  const at = (ms: number) => new Date(began.getTime() + ms)
  const { own, moderator } = await aRemoval({ reason: 'privacy', now: began })
  await restore(moderator, own.id, at(60_000))
  const month = { of: 'month', from: began, before: at(hours(1)) } as const
  const kindsAt = async (now: Date) => (await listLog(month, whole, now)).map(({ kind }) => kind)

  expect(await kindsAt(at(hours(24) - 1))).toEqual([])
  expect(await countLog(month, at(hours(24) - 1))).toBe(0)
  expect(await findNextLogLine(at(hours(1)))).toEqual(at(hours(24)))
  expect(await kindsAt(at(hours(24)))).toEqual(['hide-comment'])
  expect(await countLog(month, at(hours(24)))).toBe(1)
  expect(await findNextLogLine(at(hours(24)))).toEqual(at(hours(24) + 60_000))
  expect(await kindsAt(at(hours(24) + 60_000))).toEqual(['restore-comment', 'hide-comment'])
})

test('the newsroom says which reasons are about personal data', async () => {
  await db.update(reason).set({ isPersonal: true }).where(eq(reason.code, 'off-topic'))
  await aRemoval({ reason: 'off-topic' })
  expect(await linesNow(new Date(Date.now() + hours(23)))).toEqual([])
  await db.update(reason).set({ isPersonal: false }).where(eq(reason.code, 'off-topic'))
  expect(await linesNow(new Date())).toHaveLength(1)
})

test('an article that is not out any more is not named', async () => {
  const { own } = await aRemoval()
  const [before] = await linesNow()
  expect(before).toMatchObject({ headline: expect.stringMatching(/^Headline/), articleId: own.articleId })
  const withdrawn = await withdrawArticle(await aMember({ rank: 'editor' }), {
    articleId: own.articleId,
    reason: 'It was wrong.',
  })
  expect(withdrawn).toMatchObject({ ok: true })
  const [after] = await linesNow()
  expect(after).toMatchObject({ slug: null, headline: null, articleId: own.articleId })
  expect(logFeed(after ? [after] : [])).toContain('an article that is no longer shown')
})

test('each part of the log holds its lines and no others', async () => {
  const { own, moderator } = await aRemoval({ reason: 'hate' })
  await restore(moderator, own.id)
  const held = await anOwnHeld()
  await approveComment(moderator, { commentId: held, seenAs: 'held', note: '' })
  const part = async (name: string) =>
    (await linesNow(undefined, readLogPart(name) ?? expect.fail())).map(({ kind }) => kind)
  expect(await part('removed')).toEqual(['hide-comment'])
  expect(await part('restored')).toEqual(['restore-comment'])
  expect(await part('held')).toEqual(['approve-comment', 'hold-comment'])
  expect(await part('automatic')).toEqual(['hold-comment'])
  expect(await part('rule-hate')).toEqual(['restore-comment', 'hide-comment'])
  expect(await part('appeals')).toEqual([])
  for (const wrong of ['', 'nothing', 'constructor', 'rule-', 'rule-A b']) expect(readLogPart(wrong)).toBeUndefined()
})

/** A new member's first comment, which the site holds. */
async function anOwnHeld() {
  const { id: articleId } = await anArticle()
  const outcome = await postComment(await aMember(), commentInput.parse({ articleId, text: 'First.' }), sender)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}

test('what is not about comments is in no public log', async () => {
  await db.transaction((tx) => insertDecision({ kind: 'change-rank', memberId: null, note: 'x' }, tx))
  expect(await linesNow()).toEqual([])
})

test('whoever writes a public line makes the pages of the log anew', async () => {
  const invalidations = async () =>
    (
      await db.select({ tags: cacheInvalidation.tags, urgency: cacheInvalidation.urgency }).from(cacheInvalidation)
    ).filter(({ tags }) => tags.includes('moderation-log'))
  const before = (await invalidations()).length
  await aRemoval()
  expect((await invalidations()).slice(before)).toEqual([{ tags: ['moderation-log'], urgency: 'soon' }])
})

afterEach(() => db.delete(cacheInvalidation))

test('a month’s report says what anybody counts from its lines', async () => {
  // A month of its own, long after the other tests' lines.
  const from = new Date('2031-05-01T00:00:00Z')
  const before = new Date('2031-06-01T00:00:00Z')
  const at = (day: number, minutes = 0) => new Date(from.getTime() + day * hours(24) + minutes * 60_000)
  const moderator = await aMember({ rank: 'moderator' })
  const verdict = (commentId: string, seenAs: 'held' | 'visible') => ({ commentId, seenAs, note: '' }) as const

  for (const [day, wait] of [
    [1, 10],
    [2, 30],
    [3, 90],
  ] as const) {
    const { id: articleId } = await anArticle({ publishedAt: new Date('2026-01-01') })
    const posted = await postComment(await aMember(), commentInput.parse({ articleId, text: 'A.' }), sender, at(day))
    const id = posted.ok ? posted.value.id : ''
    if (day === 1) await hideComment(moderator, { ...verdict(id, 'held'), reason: 'spam' }, at(day, wait))
    else await approveComment(moderator, verdict(id, 'held'), at(day, wait))
  }
  for (const [day, wait] of [
    [4, 20],
    [5, 40],
  ] as const) {
    const reported = await aComment()
    await reportComment(await aMember(), { commentId: reported.id, reason: 'hate', note: '' }, sender, at(day))
    if (day === 4) await hideComment(moderator, { ...verdict(reported.id, 'visible'), reason: 'hate' }, at(day, wait))
    else await dismissReports(moderator, { commentId: reported.id, note: '' }, at(day, wait))
  }
  for (const [day, outcome] of [
    [6, 'upheld'],
    [7, 'overturned'],
    [8, 'overturned'],
    [9, 'taken-back'],
  ] as const) {
    const { author, decisionId, own } = await aRemoval({ by: moderator, reason: 'hate', now: at(day) })
    await lodgeAppeal(author, { key: decisionId, text: 'No.' }, at(day, 60))
    const { id: appealId = '' } = (await findAppealAgainst(decisionId)) ?? {}
    if (outcome === 'taken-back') await restore(moderator, own.id, at(day, 120))
    else await decideAppeal(await aMember({ rank: 'moderator' }), { appealId, outcome, answer: 'So.' }, at(day, 180))
  }
  await aRemoval({ by: moderator, reason: 'privacy', now: new Date(before.getTime() - 60_000) })
  await anAutomatic(at(10))

  // The last removal is about personal data, and counts a day after the month only.
  expect(await countMonth(from, before, before)).toMatchObject({ removed: 7 })
  const now = new Date(before.getTime() + hours(24))
  const report = await countMonth(from, before, now)
  expect(report).toEqual({
    removed: 8,
    notLetThrough: 1,
    held: 3,
    approved: 2,
    kept: 1,
    restored: 1,
    automatic: 4,
    appeals: 4,
    upheld: 1,
    overturned: 2,
    takenBack: 1,
    waitHeld: 30 * 60,
    waitReported: 30 * 60,
    waitAppeal: 120 * 60,
    reasons: [
      { code: 'hate', label: 'hatred against a group of people', ruleNo: 2, removed: 5, automatic: 0, restored: 3 },
      { code: 'spam', label: 'advertising or spam', ruleNo: 5, removed: 2, automatic: 1, restored: 0 },
      { code: 'privacy', label: 'private facts about a person', ruleNo: 4, removed: 1, automatic: 0, restored: 0 },
    ],
  })
  const lines = await listLog({ of: 'month', from, before }, whole, now)
  expect(recounted(logJson('2031-05', lines, 1, 1).lines)).toEqual(report)
  expect(await listLogMonths(now)).toContain('2031-05')
  expect(await listLogMonths(new Date('2031-04-30'))).not.toContain('2031-05')
})

/** What the site hides by itself is a line without a person. */
async function anAutomatic(createdAt: Date) {
  const { id: commentId, articleId } = await aComment()
  const how = { isAutomatic: true, reason: 'spam', before: { standing: 'visible' }, after: { standing: 'hidden' } }
  await db.transaction((tx) => insertDecision({ kind: 'hide-comment', commentId, articleId, ...how, createdAt }, tx))
}

type Line = ReturnType<typeof logJson>['lines'][number]

/** The report counted another way: by a program that has the public lines and nothing else. */
function recounted(lines: Line[]) {
  const of = (...kinds: Line['did'][]) => lines.filter(({ did }) => kinds.includes(did))
  const removals = of('hide-comment')
  const waits = (some: Line[]) =>
    median(
      some.flatMap((line) => (line.waitingSince ? (Date.parse(line.at) - Date.parse(line.waitingSince)) / 1000 : [])),
    )
  const given = [...new Set(lines.flatMap(({ reason }) => (reason ? [reason.code] : [])))]
  return {
    removed: removals.length,
    notLetThrough: removals.filter(({ standingBefore }) => standingBefore === 'held').length,
    held: of('hold-comment').length,
    approved: of('approve-comment').length,
    kept: of('dismiss-reports').length,
    restored: of('restore-comment').length,
    automatic: of('hide-comment', 'hold-comment').filter(({ by }) => by === 'machine').length,
    appeals: of('lodge-appeal').length,
    upheld: of('uphold-decision').length,
    overturned: of('overturn-decision').length,
    takenBack: lines.reduce((sum, { settledAppeals }) => sum + settledAppeals, 0),
    waitHeld: waits(of('hide-comment', 'approve-comment').filter(({ standingBefore }) => standingBefore === 'held')),
    waitReported: waits(
      of('hide-comment', 'dismiss-reports').filter(({ standingBefore }) => standingBefore === 'visible'),
    ),
    waitAppeal: median(
      lines.flatMap(({ at, appealedAt }) => (appealedAt ? (Date.parse(at) - Date.parse(appealedAt)) / 1000 : [])),
    ),
    reasons: given
      .map((code) => {
        const its = lines.filter(({ reason }) => reason && reason.code === code)
        const removed = its.filter(({ did }) => did === 'hide-comment')
        const first = its[0]?.reason
        return {
          code,
          label: first ? first.label : '',
          ruleNo: first ? first.rule : 0,
          removed: removed.length,
          automatic: removed.filter(({ by }) => by === 'machine').length,
          restored: its.filter(({ did }) => did === 'restore-comment' || did === 'overturn-decision').length,
        }
      })
      .toSorted((one, other) => other.removed - one.removed || (one.ruleNo ?? 0) - (other.ruleNo ?? 0)),
  }
}

function median(numbers: number[]) {
  const sorted = numbers.toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return (low + high) / 2
}

test('spans are told in their largest sensible unit, and addresses of lines are numbers', () => {
  expect([45, 600, 7200, 3 * 86_400].map(spanText)).toEqual(['45 s', '10 min', '2 h', '3 days'])
  expect(['1.json', '20.json', '0.json', '1.xml', 'x.json', '1.json.json'].map(readLinesName)).toEqual([
    ...[1, 20, undefined, undefined, undefined, undefined],
  ])
})

test('a page of a long log is read along the index, with no sort of the whole', async () => {
  await db.execute(sql`insert into decision (id, kind, comment_id, article_id, created_at)
    select gen_random_uuid(), 'hide-comment', gen_random_uuid(), gen_random_uuid(), now() - n * interval '1 minute'
    from generate_series(1, 20000) n`)
  await db.execute(sql`analyze decision`)
  const client = postgres(env().databaseUrl ?? '', { max: 1 })
  onTestFinished(() => client.end())
  let [asked, given]: [string, unknown[]] = ['', []]
  const logger = {
    logQuery(text: string, values: unknown[]) {
      ;[asked, given] = [text, values]
    },
  }
  const on = drizzle(client, { schema, casing: 'snake_case', logger })
  expect(await listLog(all, { limit: 50, offset: 0 }, new Date(), on)).toHaveLength(50)
  const plan = await client.unsafe(`explain ${asked}`, given as never[])
  expect(JSON.stringify(plan)).toContain('decision_of_comments')
  expect(JSON.stringify(plan)).not.toMatch(/Seq Scan on decision|"QUERY PLAN":" *-> {2}Sort/)
  expect(await db.$count(decision)).toBeGreaterThan(20_000)
})
