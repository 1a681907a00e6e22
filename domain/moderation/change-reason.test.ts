import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPublicComment } from '@/db/queries/comments'
import { listOfferedReasons, listReasons } from '@/db/queries/reasons'
import { listReportsOf } from '@/db/queries/reports'
import { cacheInvalidation, decision } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { type Actor, stranger } from '@/domain/actor'
import { reportComment } from '@/domain/comment/report-comment'
import { addReason, bringBackReason, changeReason, retireReason } from './change-reason'
import { hideComment } from './decide-comment'
import { newReasonInput } from './reason-input'

const anAdmin = () => aMember({ rank: 'admin' })
let numbers = 20
const shouting = (more: { label?: string; ruleNo?: number; forReaders?: boolean } = {}) => ({
  label: 'shouting',
  ruleNo: numbers++,
  ruleText: 'Capital letters are for names.',
  position: 3,
  forReaders: true,
  isPersonal: false,
  ...more,
})
const find = async (code: string) => {
  const found = (await listReasons()).find((one) => one.code === code)
  if (!found) throw new Error(`no reason ${code}`)
  return found
}
const codesFor = async (giver: 'moderator' | 'reader') => (await listOfferedReasons(giver)).map(({ code }) => code)
const changes = async () =>
  db.select().from(decision).where(eq(decision.kind, 'change-reason')).orderBy(desc(decision.createdAt))

async function aReason(more: Parameters<typeof shouting>[0] = {}) {
  const added = await addReason(await anAdmin(), shouting(more))
  if (!added.ok) throw new Error(added.refusal)
  return find(added.value.code)
}

async function reported(reason: string) {
  const comment = await aComment()
  const outcome = await reportComment(
    await aMember(),
    { commentId: comment.id, reason, note: '' },
    { visitorKey: null, addressHash: 'a' },
  )
  return { comment, outcome }
}

async function hidden(reason: string) {
  const comment = await aComment()
  const moderator = await aMember({ rank: 'moderator' })
  return {
    comment,
    outcome: await hideComment(moderator, { commentId: comment.id, seenAs: 'visible', reason, note: '' }),
  }
}

test('the paper begins with seven reasons, each with a house rule of its own', async () => {
  const reasons = (await listReasons()).filter(({ ruleNo }) => ruleNo < 20)
  expect(reasons.map(({ code }) => code)).toEqual([
    'personal-attack',
    'hate',
    'spam',
    'off-topic',
    'privacy',
    'illegal',
    'other',
  ])
  expect(reasons.map(({ ruleNo }) => ruleNo).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(reasons.every((one) => one.ruleText.length > 40 && one.forReaders && !one.retiredAt)).toBe(true)
})

const acts: Record<string, (actor: Actor) => Promise<{ ok: boolean }>> = {
  add: (actor) => addReason(actor, shouting()),
  change: async (actor) => {
    const { code, changedAt } = await aReason()
    return changeReason(actor, { code, seenChange: changedAt.getTime(), ...shouting() })
  },
  retire: async (actor) => retireReason(actor, (await aReason()).code),
  'bring back': async (actor) => {
    const { code } = await aReason()
    await retireReason(await anAdmin(), code)
    return bringBackReason(actor, code)
  },
}

test.each(Object.entries(acts))('admins %s a reason; nobody else does, and no line is written', async (_, act) => {
  expect(await act(await anAdmin())).toMatchObject({ ok: true })
  const no = { ok: false, refusal: 'not-allowed' }
  const actorIds: string[] = []
  for (const rank of ['member', 'moderator', 'editor'] as const) {
    const actor = await aMember({ rank })
    actorIds.push(actor.id)
    expect([rank, await act(actor)]).toEqual([rank, no])
  }
  expect(await act(stranger)).toEqual(no)
  expect(await act({ ...(await anAdmin()), sanction: 'ban' })).toEqual(no)
  expect((await changes()).filter(({ actorId }) => actorIds.includes(actorId ?? ''))).toEqual([])
})

test('a further reason is offered, and its code stays when its words change', async () => {
  const admin = await anAdmin()
  const added = await aReason({ label: 'Writing in anger' })
  expect(added).toMatchObject({ code: 'writing-in-anger', label: 'Writing in anger', retiredAt: null })
  const input = { code: added.code, seenChange: added.changedAt.getTime(), ...shouting({ label: 'fury' }) }
  expect(await changeReason(admin, input)).toMatchObject({ ok: true })
  expect(await find('writing-in-anger')).toMatchObject({ label: 'fury', ruleNo: input.ruleNo })
  const [line] = await changes()
  expect(line).toMatchObject({
    actorId: admin.id,
    actorRank: 'admin',
    before: { code: 'writing-in-anger', label: 'Writing in anger', ruleNo: added.ruleNo },
    after: { code: 'writing-in-anger', label: 'fury', ruleNo: input.ruleNo },
  })
})

test('two reasons of one name are told apart by their codes, and one of no Latin letters gets one too', async () => {
  expect((await aReason({ label: 'noise' })).code).toBe('noise')
  expect((await aReason({ label: 'Noise!' })).code).toBe('noise-2')
  expect((await aReason({ label: '誹謗中傷' })).code).toMatch(/^reason(-\d+)?$/)
})

test('no two rules have one number, however many admins add at once', async () => {
  const admin = await anAdmin()
  const ruleNo = numbers++
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => addReason(admin, shouting({ ruleNo }))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((one) => !one.ok && one.refusal === 'rule-taken')).toHaveLength(5)
  const other = await aReason()
  const input = { code: other.code, seenChange: other.changedAt.getTime(), ...shouting({ ruleNo }) }
  expect(await changeReason(admin, input)).toMatchObject({ refusal: 'rule-taken' })
})

test('of two admins who change one reason the second is told', async () => {
  const [first, second] = [await anAdmin(), await anAdmin()]
  const { code, changedAt } = await aReason()
  const seen = { code, seenChange: changedAt.getTime() }
  const outcomes = await Promise.all([
    changeReason(first, { ...seen, ...shouting() }, new Date('2031-01-01')),
    changeReason(second, { ...seen, ...shouting() }, new Date('2031-01-02')),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already-changed' })
  expect(await retireReason(first, code)).toMatchObject({ ok: true })
  expect(await retireReason(second, code)).toMatchObject({ refusal: 'already-changed' })
  expect(await bringBackReason(second, code)).toMatchObject({ ok: true })
  expect(await bringBackReason(first, code)).toMatchObject({ refusal: 'already-changed' })
  expect(await retireReason(first, 'nothing')).toMatchObject({ refusal: 'no-such-reason' })
  expect(await changeReason(first, { ...seen, code: 'nothing', ...shouting() })).toMatchObject({
    refusal: 'no-such-reason',
  })
})

test('a retired reason is offered to nobody, and may be given again when it is brought back', async () => {
  const admin = await anAdmin()
  const { code } = await aReason({ label: 'old news' })
  await retireReason(admin, code)
  expect(await codesFor('moderator')).not.toContain(code)
  expect((await hidden(code)).outcome).toEqual({ ok: false, refusal: 'no-such-reason' })
  const refused = await reported(code)
  expect(refused.outcome).toEqual({ ok: false, refusal: 'no-such-reason' })
  expect(await listReportsOf([refused.comment.id])).toEqual([])

  await bringBackReason(admin, code)
  expect((await hidden(code)).outcome).toMatchObject({ ok: true })
  expect((await reported(code)).outcome).toMatchObject({ ok: true })
})

test('a reason that nobody ever made hides and reports nothing', async () => {
  const { comment, outcome } = await hidden('because')
  expect(outcome).toEqual({ ok: false, refusal: 'no-such-reason' })
  expect(await findPublicComment(comment.id)).toMatchObject({ standing: 'visible' })
  expect((await reported('because')).outcome).toEqual({ ok: false, refusal: 'no-such-reason' })
})

test('a reason for moderators only hides, and is none to report with', async () => {
  const { code } = await aReason({ label: 'court order', forReaders: false })
  expect(await codesFor('reader')).not.toContain(code)
  expect(await codesFor('moderator')).toContain(code)
  expect((await hidden(code)).outcome).toMatchObject({ ok: true })
  expect((await reported(code)).outcome).toEqual({ ok: false, refusal: 'no-such-reason' })
})

test('what was hidden for a reason keeps it when it is retired, and says its new words', async () => {
  const admin = await anAdmin()
  const added = await aReason({ label: 'grumbling' })
  const { comment } = await hidden(added.code)
  await retireReason(admin, added.code)
  expect(await findPublicComment(comment.id)).toMatchObject({
    hiddenBecause: { code: added.code, label: 'grumbling', ruleNo: added.ruleNo },
  })
  const seenChange = (await find(added.code)).changedAt.getTime()
  const input = { code: added.code, seenChange, ...shouting({ label: 'moaning' }) }
  expect(await changeReason(admin, input)).toMatchObject({ ok: true })
  expect(await findPublicComment(comment.id)).toMatchObject({
    text: '',
    hiddenBecause: { code: added.code, label: 'moaning', ruleNo: input.ruleNo },
  })
})

test('a reason that is retired while a moderator hides for it was either in time, or is refused', async () => {
  const admin = await anAdmin()
  const { code } = await aReason({ label: 'hurry' })
  const [one, other] = await Promise.all([hidden(code), retireReason(admin, code)])
  expect(other).toMatchObject({ ok: true })
  const found = await findPublicComment(one.comment.id)
  expect(found?.standing).toBe(one.outcome.ok ? 'hidden' : 'visible')
})

test('“other” is always offered to everybody', async () => {
  const admin = await anAdmin()
  expect(await retireReason(admin, 'other')).toMatchObject({ refusal: 'other-stays' })
  const { changedAt, ruleNo } = await find('other')
  const input = { ...shouting({ ruleNo, label: 'something else' }), code: 'other', seenChange: changedAt.getTime() }
  expect(await changeReason(admin, { ...input, forReaders: false })).toMatchObject({ refusal: 'other-stays' })
  expect(await changeReason(admin, input)).toMatchObject({ ok: true })
  expect(await codesFor('reader')).toContain('other')
  const broken = { cause: expect.objectContaining({ constraint_name: 'reason_other' }) }
  await expect(db.execute(sql`update reason set retired_at = now() where code = 'other'`)).rejects.toMatchObject(broken)
})

test('no reason is ever deleted, by SQL neither', async () => {
  const { code } = await aReason()
  const refused = { cause: expect.objectContaining({ message: 'a reason is retired, never deleted' }) }
  await expect(db.execute(sql`delete from reason where code = ${code}`)).rejects.toMatchObject(refused)
  await expect(db.execute(sql`truncate reason cascade`)).rejects.toMatchObject(refused)
})

test('a change makes the pages that show reasons forget them, in its own transaction', async () => {
  const before = await db.$count(cacheInvalidation)
  const { code } = await aReason()
  await retireReason(await anAdmin(), code)
  const [latest] = await db.select().from(cacheInvalidation).orderBy(desc(cacheInvalidation.id)).limit(1)
  expect(latest).toMatchObject({ tags: ['reasons'], urgency: 'now' })
  expect(await db.$count(cacheInvalidation)).toBe(before + 2)
  await addReason(await aMember(), shouting())
  expect(await db.$count(cacheInvalidation)).toBe(before + 2)
})

test('a form without words, a number or a place comes back with what is wanted', () => {
  const sent = { label: ' a  bad\nthing ', ruleNo: '8', ruleText: 'No.', position: '2', forReaders: 'on' }
  expect(newReasonInput.parse(sent)).toEqual({
    label: 'a bad thing',
    ruleNo: 8,
    ruleText: 'No.',
    position: 2,
    forReaders: true,
    isPersonal: false,
  })
  const { forReaders: _, ...unticked } = sent
  expect(newReasonInput.parse(unticked).forReaders).toBe(false)
  expect(newReasonInput.parse({ ...sent, isPersonal: 'on' }).isPersonal).toBe(true)
  for (const [field, wrong] of [
    ['label', ''],
    ['label', 'x'.repeat(61)],
    ['ruleText', ' '],
    ['ruleText', 'x'.repeat(1001)],
    ['ruleNo', ''],
    ['ruleNo', '0'],
    ['ruleNo', '1.5'],
    ['position', 'first'],
  ] as const) {
    const { error } = newReasonInput.safeParse({ ...sent, [field]: wrong })
    expect(error?.issues).toMatchObject([{ path: [field], message: expect.stringMatching(/^(Give|Write) /) }])
  }
})
