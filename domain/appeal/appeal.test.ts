import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findAppealAgainst } from '@/db/queries/appeals'
import { listDecisions } from '@/db/queries/decisions'
import { findDeskComment } from '@/db/queries/desk-comments'
import { appeal, decision, member, sanction } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { countsOf } from '@/db/testing/comment-counts'
import { type Actor, type MemberActor, ranks, stranger } from '@/domain/actor'
import { readStatement, readStatements } from '../statement/read-statement'
import { statementKey } from '../statement/statement-key'
import { aGuestsRemoval, aRemoval, aSignedUp, jobsAbout, lastDecision, restore } from '../statement/testing/a-removal'
import { appealDecision, lodgeInput } from './appeal-input'
import { decideAppeal } from './decide-appeal'
import { lodgeAppeal } from './lodge-appeal'
import { readAppeals } from './read-appeals'

const text = 'It was a joke among friends.'

beforeEach(() => db.update(member).set({ rank: 'member' }).where(eq(member.rank, 'moderator')))

/** A removal against which its author has appealed. */
async function anAppeal(wish: Parameters<typeof aRemoval>[0] = {}) {
  const removal = await aRemoval(wish)
  const outcome = await lodgeAppeal(removal.author, { key: removal.decisionId, text })
  if (!outcome.ok) throw new Error(outcome.refusal)
  const made = await findAppealAgainst(removal.decisionId)
  return { ...removal, appealId: made?.id ?? '' }
}

const decide = (actor: Actor, appealId: string, outcome: 'upheld' | 'overturned' = 'upheld') =>
  decideAppeal(actor, { appealId, outcome, answer: 'I read it twice.' })

/** How an appeal stands at the desk, as this person sees it. */
const atDesk = async (actor: MemberActor, appealId: string) =>
  (await readAppeals(actor)).waiting.find(({ appeal: { id } }) => id === appealId)

const standingOf = async (commentId: string) => (await findDeskComment(commentId))?.standing

test('an author appeals once against a decision; the same form sent again changes nothing', async () => {
  const { author, decisionId, own } = await aRemoval()
  const send = (said: string) => lodgeAppeal(author, { key: decisionId, text: said })
  const both = await Promise.all([send(text), send(text)])
  expect(both).toEqual([
    { ok: true, value: { key: decisionId } },
    { ok: true, value: { key: decisionId } },
  ])
  expect(await db.$count(appeal, eq(appeal.decisionId, decisionId))).toBe(1)
  const logged = (await listDecisions({ commentId: own.id })).filter(({ kind }) => kind === 'lodge-appeal')
  expect(logged).toMatchObject([{ actorId: author.id, reason: { code: 'personal-attack' } }])
  expect(await send('And another thing.')).toEqual({ ok: false, refusal: 'already-appealed' })
  expect(await readStatement(author, decisionId)).toMatchObject({ canAppeal: false, appeal: { text, outcome: null } })
})

test('nobody appeals for another, whatever their rank', async () => {
  const { moderator, decisionId } = await aRemoval()
  const no = { ok: false, refusal: 'no-such-statement' }
  const others = [...(await Promise.all(ranks.map((rank) => aMember({ rank })))), moderator, stranger]
  for (const other of others) {
    expect(await lodgeAppeal(other, { key: decisionId, text })).toEqual(no)
    expect(await lodgeAppeal(other, { key: statementKey(decisionId), text })).toEqual(no)
  }
  expect(await findAppealAgainst(decisionId)).toBeUndefined()
})

test('no sanction takes the appeal away: it may be what the appeal is about', async () => {
  const { author, decisionId } = await aRemoval()
  expect(await lodgeAppeal({ ...author, sanction: 'ban' }, { key: decisionId, text })).toMatchObject({ ok: true })
})

test('a guest appeals by the link of their letter, and by nothing else', async () => {
  const { decisionId } = await aGuestsRemoval()
  const no = { ok: false, refusal: 'no-such-statement' }
  expect(await lodgeAppeal(stranger, { key: decisionId, text })).toEqual(no)
  expect(await lodgeAppeal(await aMember(), { key: decisionId, text })).toEqual(no)
  expect(await lodgeAppeal(stranger, { key: `${decisionId}.forged`, text })).toEqual(no)
  expect(await lodgeAppeal(stranger, { key: statementKey(decisionId), text })).toMatchObject({ ok: true })
})

test('an appeal comes within half a year, and against what still holds', async () => {
  const late = await aRemoval({ now: new Date('2026-01-31T12:00:00Z') })
  const send = (now: string) => lodgeAppeal(late.author, { key: late.decisionId, text }, new Date(now))
  expect(await send('2026-08-01T12:00:00Z')).toEqual({ ok: false, refusal: 'appeal-time-over' })
  expect(await send('2026-07-31T11:59:00Z')).toMatchObject({ ok: true })

  const { author, moderator, own, decisionId } = await aRemoval()
  await restore(moderator, own.id)
  expect(await lodgeAppeal(author, { key: decisionId, text })).toEqual({ ok: false, refusal: 'taken-back' })
})

test('another moderator refuses an appeal: the comment stays removed, and its author is told why', async () => {
  const { author, own, appealId, decisionId } = await anAppeal()
  const other = await aSignedUp('moderator')
  expect(await decide(other, appealId)).toMatchObject({ ok: true })
  expect(await standingOf(own.id)).toBe('hidden')
  expect(await findAppealAgainst(decisionId)).toMatchObject({
    outcome: 'upheld',
    answer: 'I read it twice.',
    decidedAt: expect.any(Date),
  })
  expect((await listDecisions({ commentId: own.id })).at(-1)).toMatchObject({
    kind: 'uphold-decision',
    actorId: other.id,
    reason: { code: 'personal-attack' },
  })
  const [told] = (await readStatements(author.id)).statements
  expect(told).toMatchObject({ kind: 'uphold-decision', after: { answer: 'I read it twice.' }, isInForce: true })
  // It was the appeal: there is no appeal against it.
  expect(await lodgeAppeal(author, { key: told?.id ?? '', text })).toEqual({ ok: false, refusal: 'not-appealable' })
})

test('an appeal that succeeds restores the comment and its counts at once, and its author is told', async () => {
  const { author, own, appealId } = await anAppeal()
  expect(await countsOf(own.articleId)).toMatchObject({ comments: 0 })
  expect(await decide(await aSignedUp('moderator'), appealId, 'overturned')).toMatchObject({ ok: true })
  expect(await standingOf(own.id)).toBe('visible')
  expect(await countsOf(own.articleId)).toMatchObject({ comments: 1 })
  const [told, removal] = (await readStatements(author.id)).statements
  expect(told).toMatchObject({ kind: 'overturn-decision', isInForce: true, after: { answer: 'I read it twice.' } })
  expect(removal).toMatchObject({ outcome: 'overturned', isInForce: false })
})

test('a guest is told of the outcome by letter', async () => {
  const { decisionId, own } = await aGuestsRemoval()
  await lodgeAppeal(stranger, { key: statementKey(decisionId), text })
  await decide(await aSignedUp('moderator'), (await findAppealAgainst(decisionId))?.id ?? '')
  expect(await jobsAbout(await lastDecision(own.id, 'uphold-decision'))).toMatchObject([{ name: 'tell-guest' }])
})

test('moderators, editors and admins decide appeals; nobody else does', async () => {
  const { appealId, decisionId } = await anAppeal()
  const no = { ok: false, refusal: 'not-allowed' }
  expect(await decide(stranger, appealId)).toEqual(no)
  expect(await decide(await aMember(), appealId)).toEqual(no)
  for (const rank of ['moderator', 'editor', 'admin'] as const) {
    expect(await decide({ ...(await aMember({ rank })), sanction: 'mute' }, appealId)).toEqual(no)
    expect(await decide({ ...(await aMember({ rank })), sanction: 'ban' }, appealId)).toEqual(no)
  }
  expect(await findAppealAgainst(decisionId)).toMatchObject({ outcome: null })
  for (const rank of ['moderator', 'admin'] as const)
    expect(await decide(await aMember({ rank }), (await anAppeal()).appealId)).toMatchObject({ ok: true })
})

test('whoever decided first, and whoever wrote the comment, leaves the appeal to somebody else, admins too', async () => {
  const admin = await aSignedUp('admin')
  const { moderator, author, appealId, own } = await anAppeal({ by: admin })
  expect(await decide(moderator, appealId, 'overturned')).toEqual({ ok: false, refusal: 'own-decision' })
  expect(await decide({ ...author, rank: 'admin' }, appealId)).toEqual({ ok: false, refusal: 'own-comment' })
  expect(await standingOf(own.id)).toBe('hidden')
})

test('an editor decides where no other moderator can, and only there; the page says so', async () => {
  const only = await aSignedUp('moderator')
  const editor = await aSignedUp('editor')
  const { appealId, author, decisionId } = await anAppeal({ by: only })
  expect(await atDesk(editor, appealId)).toMatchObject({ whyNot: undefined, hasOtherModerator: false })
  expect(await readStatement(author, decisionId)).toMatchObject({ heardBy: 'editor' })

  const second = await aSignedUp('moderator')
  expect(await readStatement(author, decisionId)).toMatchObject({ heardBy: 'moderator' })
  expect(await atDesk(editor, appealId)).toMatchObject({ whyNot: 'left-to-moderators' })
  expect(await decide(editor, appealId)).toEqual({ ok: false, refusal: 'left-to-moderators' })

  // Who may not decide at present, or can't sign in any more, is no other moderator.
  await db.insert(sanction).values({ memberId: second.id, kind: 'mute', reason: 'a test' })
  const gone = await aMember({ rank: 'moderator' })
  expect(gone.rank).toBe('moderator')
  expect(await decide(editor, appealId, 'overturned')).toMatchObject({ ok: true })
})

test('two decide at once: one does, the other is told, and one outcome is logged', async () => {
  const { own, appealId, decisionId } = await anAppeal()
  const outcomes = await Promise.all([
    decide(await aSignedUp('moderator'), appealId, 'overturned'),
    decide(await aSignedUp('moderator'), appealId, 'upheld'),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'already-decided' })
  const logged = (await listDecisions({ commentId: own.id })).slice(2)
  expect(logged).toHaveLength(1)
  const { outcome } = (await findAppealAgainst(decisionId)) ?? {}
  expect(logged[0]?.kind).toBe(outcome === 'upheld' ? 'uphold-decision' : 'overturn-decision')
  expect(await standingOf(own.id)).toBe(outcome === 'upheld' ? 'hidden' : 'visible')
})

test('a decision that is taken back settles its appeal, and nobody decides that any more', async () => {
  const { moderator, own, appealId, decisionId } = await anAppeal()
  await restore(moderator, own.id)
  expect(await findAppealAgainst(decisionId)).toMatchObject({ outcome: 'taken-back' })
  expect(await decide(await aSignedUp('moderator'), appealId)).toEqual({ ok: false, refusal: 'taken-back' })
  expect(await atDesk(moderator, appealId)).toBeUndefined()
  expect((await readAppeals(moderator)).decided[0]).toMatchObject({ id: appealId, outcome: 'taken-back' })
})

test('while one takes the decision back another decides its appeal: one of the two is done', async () => {
  const { moderator, own, appealId, decisionId } = await anAppeal()
  const [, decided] = await Promise.all([
    restore(moderator, own.id).catch(() => 'too late'),
    decide(await aSignedUp('moderator'), appealId, 'overturned'),
  ])
  const ends = await db.$count(
    decision,
    and(eq(decision.commentId, own.id), eq(decision.kind, decided.ok ? 'overturn-decision' : 'restore-comment')),
  )
  expect(ends).toBe(1)
  expect(await listDecisions({ commentId: own.id })).toHaveLength(3)
  expect(await findAppealAgainst(decisionId)).toMatchObject({ outcome: decided.ok ? 'overturned' : 'taken-back' })
  expect(await standingOf(own.id)).toBe('visible')
})

test('an appeal has 1 to 2,000 characters, as browsers count them, and so has its answer', () => {
  const key = '0190a1b2-0000-7000-8000-000000000001'
  expect(lodgeInput.parse({ key, text: ` ${'a\r\n'.repeat(999)}bb ` }).text).toHaveLength(2000)
  for (const wrong of ['', ' \n ', 'x'.repeat(2001), undefined])
    expect(lodgeInput.safeParse({ key, text: wrong }).success).toBe(false)
  const decided = { appealId: key, outcome: 'upheld', answer: 'So.' }
  expect(appealDecision.safeParse(decided).success).toBe(true)
  expect(appealDecision.safeParse({ ...decided, answer: ' ' }).success).toBe(false)
  expect(appealDecision.safeParse({ ...decided, outcome: 'taken-back' }).success).toBe(false)
})
