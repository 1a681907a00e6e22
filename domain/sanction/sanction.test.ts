import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listDecisions, listDecisionsAbout } from '@/db/queries/decisions'
import { findActorOfSession } from '@/db/queries/members'
import { findLatestSanctionId, listOwnSanctions } from '@/db/queries/sanctions'
import { article, member, sanction, session } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, type MemberActor, type Rank, ranks, stranger } from '../actor'
import { commentInput } from '../comment/comment-input'
import { editComment } from '../comment/edit-comment'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { memberOfAddress } from '../member/member-of-address'
import { reactToArticle } from '../reaction/react'
import { acknowledgeWarning } from './acknowledge-warning'
import { imposeSanction } from './impose-sanction'
import { type SanctionKind, sanctionKinds } from './kinds'
import { liftSanction } from './lift-sanction'
import { type SanctionInput, sanctionInput } from './sanction-input'

const day = 24 * 60 * 60_000
const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }

const input = (memberId: string, kind: SanctionKind, wish: Partial<SanctionInput> = {}) =>
  sanctionInput.parse({ memberId, kind, reason: 'personal-attack', ...wish })

const aModerator = () => aMember({ rank: 'moderator' })

/** A member who was let through before. */
async function aKnownMember() {
  const known = await aMember()
  await db
    .update(member)
    .set({ createdAt: new Date('2020-01-01') })
    .where(eq(member.id, known.id))
  await aComment({ memberId: known.id })
  return known
}

async function imposed(person: MemberActor, kind: SanctionKind, wish: Partial<SanctionInput> = {}, now = new Date()) {
  const outcome = await imposeSanction(await aModerator(), input(person.id, kind, wish), now)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const post = (actor: Actor, articleId: string, now = new Date()) =>
  postComment(actor, commentInput.parse({ text: `Text ${randomUUID()}`, articleId }), sender, now)

test.each(sanctionKinds)('moderators and admins impose a %s on a member; nobody else does', async (kind) => {
  for (const rank of ranks) {
    const person = await aMember()
    const outcome = await imposeSanction(await aMember({ rank }), input(person.id, kind))
    const isAllowed = rank === 'moderator' || rank === 'admin'
    expect([rank, outcome]).toEqual([rank, isAllowed ? expect.objectContaining({ ok: true }) : notAllowed])
    expect([rank, (await listDecisionsAbout(person.id)).length]).toEqual([rank, isAllowed ? 1 : 0])
  }
  const person = await aMember()
  const heldBack: Actor[] = [stranger, { ...(await aModerator()), sanction: 'mute' }, await banned('admin')]
  for (const actor of heldBack) expect(await imposeSanction(actor, input(person.id, kind))).toEqual(notAllowed)
  expect(await listOwnSanctions(person.id)).toEqual([])
})

const notAllowed = { ok: false, refusal: 'not-allowed' }
const banned = async (rank: Rank): Promise<Actor> => ({ ...(await aMember({ rank })), sanction: 'ban' })

test('a moderator sanctions nobody of the staff, an admin everybody, and neither themselves', async () => {
  const [moderator, admin] = [await aModerator(), await aMember({ rank: 'admin' })]
  for (const rank of ['moderator', 'editor', 'admin'] as const) {
    const { id } = await aMember({ rank })
    expect(await imposeSanction(moderator, input(id, 'mute'))).toEqual({ ok: false, refusal: 'of-staff' })
    const outcome = await imposeSanction(admin, input(id, 'mute'))
    expect(outcome).toMatchObject({ ok: true })
    const sanctionId = outcome.ok ? outcome.value.id : ''
    expect(await liftSanction(moderator, { sanctionId, note: '' })).toEqual({ ok: false, refusal: 'of-staff' })
    expect(await liftSanction(admin, { sanctionId, note: '' })).toMatchObject({ ok: true })
  }
  for (const actor of [moderator, admin])
    expect(await imposeSanction(actor, input(actor.id, 'mute'))).toEqual({ ok: false, refusal: 'own-account' })
})

test('of two admins who ban each other at once one stays', async () => {
  const [one, other] = [await aMember({ rank: 'admin' }), await aMember({ rank: 'admin' })]
  const outcomes = await Promise.all([
    imposeSanction(one, input(other.id, 'ban')),
    imposeSanction(other, input(one.id, 'ban')),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual(notAllowed)
})

test('a ban takes everything away from a session that is open, ends by itself, and is lifted by a moderator', async () => {
  const { id } = await memberOfAddress(`${randomUUID()}@example.org`)
  const row = await db.query.member.findFirst({ where: (one) => eq(one.id, id) })
  const sessionToken = newId()
  await db.insert(session).values({ sessionToken, userId: row?.userId ?? '', expires: new Date(Date.now() + 90 * day) })
  const actorAt = (at: number) => findActorOfSession(sessionToken, new Date(at))
  const now = Date.now()
  const person = await actorAt(now)
  if (!person) throw new Error('nobody is signed in')

  const ban = await imposed(person, 'ban', { length: '3-days' }, new Date(now))
  expect(await actorAt(now + 1)).toMatchObject({ sanction: 'ban' })
  expect(await actorAt(now + 3 * day - 1)).toMatchObject({ sanction: 'ban' })
  expect(await actorAt(now + 3 * day)).toMatchObject({ sanction: null })

  const lifted = await liftSanction(
    await aModerator(),
    { sanctionId: ban.id, note: 'It was another.' },
    new Date(now + day),
  )
  expect(lifted).toMatchObject({ ok: true })
  expect(await actorAt(now + day)).toMatchObject({ sanction: null })
  expect(await listDecisionsAbout(id)).toMatchObject([
    { kind: 'ban-member', reason: 'personal-attack' },
    { kind: 'lift-sanction', note: 'It was another.' },
  ])
  const again = await liftSanction(await aModerator(), { sanctionId: ban.id, note: '' }, new Date(now + day))
  expect(again).toEqual({ ok: false, refusal: 'already-over' })
})

test('nobody but moderators and admins lifts a sanction', async () => {
  for (const rank of ranks) {
    const person = await aMember()
    const { id: sanctionId } = await imposed(person, 'mute')
    const outcome = await liftSanction(await aMember({ rank }), { sanctionId, note: '' })
    expect([rank, outcome.ok]).toEqual([rank, rank === 'moderator' || rank === 'admin'])
    expect(await liftSanction(person, { sanctionId, note: '' })).toEqual(notAllowed)
    expect(await liftSanction(stranger, { sanctionId, note: '' })).toEqual(notAllowed)
  }
})

test('a mute of one section holds there, for comments, reactions and reports, and nowhere else', async () => {
  const [person, town, sport] = [await aKnownMember(), await anArticle(), await anArticle()]
  const other = await aComment({ articleId: town.id })
  await imposed(person, 'mute', { sectionId: await sectionOf(town.id) })

  expect(await post(person, town.id)).toEqual({ ok: false, refusal: 'muted' })
  expect(await reactToArticle(person, { targetId: town.id, to: 1 }, sender)).toEqual({ ok: false, refusal: 'muted' })
  expect(await reportComment(person, { commentId: other.id, reason: 'spam', note: '' }, sender)).toEqual(notAllowed)
  expect(await post(person, sport.id)).toMatchObject({ value: { standing: 'visible' } })
  expect(await post(person, town.id, new Date(Date.now() + 8 * day))).toMatchObject({ ok: true })
})

async function sectionOf(articleId: string) {
  const row = await db.query.article.findFirst({ where: eq(article.id, articleId) })
  return row?.sectionId ?? ''
}

test('under pre-moderation comments are held until it ends, and what is edited is held again', async () => {
  const [person, { id: articleId }] = [await aKnownMember(), await anArticle()]
  const before = await post(person, articleId)
  await imposed(person, 'premoderation', { length: '7-days' })
  expect(await post(person, articleId)).toMatchObject({ value: { standing: 'held' } })
  const commentId = before.ok ? before.value.id : ''
  expect(await editComment(person, { commentId, text: 'Changed.' }, sender)).toMatchObject({ ok: true })
  expect(await db.query.comment.findFirst({ where: (one) => eq(one.id, commentId) })).toMatchObject({
    standing: 'held',
    heldBecause: 'sanction',
  })
  const later = new Date(Date.now() + 8 * day)
  expect(await post(person, articleId, later)).toMatchObject({ value: { standing: 'visible' } })
})

test('who was warned says so once before the next comment; the warning stays in the record', async () => {
  const [person, other, { id: articleId }] = [await aKnownMember(), await aMember(), await anArticle()]
  const { id: sanctionId } = await imposed(person, 'warning')
  expect(await post(person, articleId)).toEqual({ ok: false, refusal: 'warning-unread' })

  expect(await acknowledgeWarning(other, { sanctionId })).toEqual({ ok: false, refusal: 'no-such-warning' })
  expect(await acknowledgeWarning(stranger, { sanctionId })).toEqual(notAllowed)
  expect(await acknowledgeWarning({ ...person, sanction: 'ban' }, { sanctionId })).toEqual(notAllowed)
  expect(await acknowledgeWarning({ ...person, sanction: 'mute' }, { sanctionId })).toMatchObject({ ok: true })
  expect(await acknowledgeWarning(person, { sanctionId })).toEqual({ ok: false, refusal: 'no-such-warning' })

  expect(await post(person, articleId)).toMatchObject({ value: { standing: 'visible' } })
  expect(await listOwnSanctions(person.id)).toEqual([])
  expect(await db.$count(sanction, eq(sanction.memberId, person.id))).toBe(1)
})

test('a warning that was taken back holds nobody up', async () => {
  const [person, { id: articleId }] = [await aKnownMember(), await anArticle()]
  const { id: sanctionId } = await imposed(person, 'warning')
  await liftSanction(await aModerator(), { sanctionId, note: '' })
  expect(await post(person, articleId)).toMatchObject({ ok: true })
})

test('a longer mute takes the place of the one in force; who had not seen that one is told', async () => {
  const person = await aMember()
  const first = await imposed(person, 'mute', { length: '1-day' })
  const unseen = await imposeSanction(await aModerator(), input(person.id, 'mute', { length: '30-days' }))
  expect(unseen).toEqual({ ok: false, refusal: 'already-changed' })

  const longer = await imposed(person, 'mute', { length: '30-days', seen: first.id })
  expect(await findLatestSanctionId(person.id)).toBe(longer.id)
  expect(await listOwnSanctions(person.id)).toMatchObject([{ id: longer.id, ruleNo: 3 }])
})

test('two moderators at once: one mutes, the other is told', async () => {
  const person = await aMember()
  const moderators = [await aModerator(), await aModerator()]
  const outcomes = await Promise.all(moderators.map((one) => imposeSanction(one, input(person.id, 'mute'))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listDecisionsAbout(person.id)).toHaveLength(1)
})

test('the comment that caused it is the person’s own, and its history tells', async () => {
  const [person, foreign] = [await aMember(), await aComment()]
  const own = await aComment({ memberId: person.id })
  const about = (commentId: string) => imposeSanctionAbout(person, commentId)
  expect(await about(foreign.id)).toEqual({ ok: false, refusal: 'not-their-comment' })
  expect(await about(own.id)).toMatchObject({ ok: true })
  expect(await listDecisions({ commentId: own.id })).toMatchObject([{ kind: 'mute-member' }])
})

const imposeSanctionAbout = async (person: MemberActor, commentId: string) =>
  imposeSanction(await aModerator(), input(person.id, 'mute', { commentId }))

test.each([
  ['a date that is none', 'ban', { length: 'date', until: 'soon' }, 'no-date'],
  ['a date that is over', 'ban', { length: 'date', until: '2020-01-01T12:00' }, 'date-past'],
  ['a date in a hundred years', 'ban', { length: 'date', until: '2126-01-01T12:00' }, 'date-far'],
  ['a mute without end', 'mute', { length: 'endless' }, 'endless-mute'],
  ['a reason that is not offered', 'mute', { reason: 'nothing' }, 'no-such-reason'],
  ['a section that is not there', 'mute', { sectionId: newId() }, 'no-such-section'],
] as const)('%s is refused and writes no line in the log', async (_, kind, wish, refusal) => {
  const person = await aMember()
  expect(await imposeSanction(await aModerator(), input(person.id, kind, wish))).toEqual({ ok: false, refusal })
  expect(await listDecisionsAbout(person.id)).toEqual([])
})

test('nobody is sanctioned who is not there', async () => {
  expect(await imposeSanction(await aModerator(), input(newId(), 'ban'))).toEqual({
    ok: false,
    refusal: 'no-such-member',
  })
})
