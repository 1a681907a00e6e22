import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listBlocks, listBlocksMeeting } from '@/db/queries/blocks'
import { block, comment, decision, member, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { planOf } from '@/db/testing/plans'
import { startOfWeek, weekOf } from '@/lib/week'
import { ranks, stranger } from '../actor'
import { imposeSanction } from '../sanction/impose-sanction'
import { sanctionInput } from '../sanction/sanction-input'
import { type BlockInput, blockInput } from './block-input'
import { enterBlock } from './enter-block'
import { liftBlock } from './lift-block'
import { meetBlock } from './meet-block'

const day = 24 * 60 * 60_000
const aModerator = () => aMember({ rank: 'moderator' })
const input = (what: string, wish: Partial<BlockInput> = {}) =>
  blockInput.parse({ what, reason: 'spam', length: '7-days', ...wish })

/** A range, a domain, of which there is no other. */
const aRange = () => `203.${randomBytes(1)[0]}.${randomBytes(1)[0]}.0/24`
const aDomain = () => `${randomBytes(5).toString('hex')}.example`

async function entered(what: string, wish: Partial<BlockInput> = {}, now = new Date()) {
  const outcome = await enterBlock(await aModerator(), input(what, wish), now)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const rowOf = (id: string) => db.query.block.findFirst({ where: eq(block.id, id) })

test('moderators and admins block and lift; nobody else does', async () => {
  const { id } = await entered(aDomain())
  for (const rank of ranks) {
    const actor = await aMember({ rank })
    const isAllowed = rank === 'moderator' || rank === 'admin'
    expect([rank, (await enterBlock(actor, input(aDomain()))).ok]).toEqual([rank, isAllowed])
    const blockId = isAllowed ? (await entered(aDomain())).id : id
    expect([rank, (await liftBlock(actor, { blockId, note: '' })).ok]).toEqual([rank, isAllowed])
  }
  const moderator = await aModerator()
  const no = { ok: false, refusal: 'not-allowed' }
  for (const actor of [stranger, { ...moderator, sanction: 'mute' as const }]) {
    expect(await enterBlock(actor, input(aDomain()))).toEqual(no)
    expect(await liftBlock(actor, { blockId: id, note: '' })).toEqual(no)
  }
  expect(await rowOf(id)).toMatchObject({ liftedAt: null })
})

test('a block and its lifting have each a line in the log', async () => {
  const domain = aDomain()
  const { id: blockId } = await entered(domain, { note: 'Third wave.' })
  await liftBlock(await aModerator(), { blockId, note: 'Over.' })
  expect(await liftBlock(await aModerator(), { blockId, note: '' })).toEqual({ ok: false, refusal: 'already-over' })
  const lines = await db.query.decision.findMany({
    where: sql`${decision.after}->>'block' = ${blockId} or ${decision.before}->>'block' = ${blockId}`,
    orderBy: decision.createdAt,
  })
  expect(lines).toMatchObject([
    { kind: 'enter-block', reason: 'spam', note: 'Third wave.', after: { block: blockId, kind: 'domain' } },
    { kind: 'lift-block', note: 'Over.', before: { block: blockId, kind: 'domain', hits: 0 } },
  ])
  expect(JSON.stringify(lines)).not.toContain(domain)
})

test('who writes from a blocked range is met until it ends, and each time is counted', async () => {
  const range = aRange()
  const [inside, outside] = [range.replace('.0/24', '.77'), '198.51.100.1']
  const now = new Date()
  const { id } = await entered(range, { length: '3-days' }, now)

  expect(await meetBlock(stranger, { address: inside }, now)).toMatchObject({
    id,
    kind: 'range',
    reason: { ruleNo: 5 },
  })
  expect(await meetBlock(await aMember(), { address: inside }, now)).toMatchObject({ id })
  expect(await meetBlock(stranger, { address: outside }, now)).toBeUndefined()
  expect(await meetBlock(stranger, { address: inside }, new Date(now.getTime() + 3 * day))).toBeUndefined()
  expect(await rowOf(id)).toMatchObject({ hits: 2, trustedHits: 0, lastHitAt: now })

  await liftBlock(await aModerator(), { blockId: id, note: '' })
  expect(await meetBlock(stranger, { address: inside }, now)).toBeUndefined()
})

test('a range holds every address of it, however it was typed, and of IPv6 the whole network', async () => {
  const part = randomBytes(2).toString('hex')
  const { id } = await entered(`2001:db8:${part}:1::9`)
  expect(await meetBlock(stranger, { address: `2001:db8:${part}:1:ffff::1` })).toMatchObject({ id })
  expect(await meetBlock(stranger, { address: `2001:db8:${part}:2::1` })).toBeUndefined()
  const wide = await entered('198.18.77.5/16')
  expect(await meetBlock(stranger, { address: '198.18.0.1' })).toMatchObject({ id: wide.id })
})

test('a blocked domain meets the addresses of it and below it, a blocked address itself alone', async () => {
  const domain = aDomain()
  const { id } = await entered(domain)
  expect(await meetBlock(stranger, { email: `ida@${domain}` })).toMatchObject({ id, kind: 'domain' })
  expect(await meetBlock(stranger, { email: `IDA@mail.${domain}` })).toMatchObject({ id })
  expect(await meetBlock(stranger, { email: `ida@other-${domain}` })).toBeUndefined()
  const one = await entered(`eve@${aDomain()}`)
  const row = await rowOf(one.id)
  expect(await meetBlock(stranger, { email: row?.name?.replace('@', '+2@') })).toMatchObject({ id: one.id })
  expect(await meetBlock(stranger, { email: row?.name?.replace('eve', 'ada') })).toBeUndefined()
})

test('trusted members and the staff are let through, and counted', async () => {
  const range = aRange()
  const address = range.replace('.0/24', '.1')
  const { id } = await entered(range)
  const [known, newcomer, hidden, warned] = [await aMember(), await aMember(), await aMember(), await aMember()]
  for (const { id: memberId } of [known, hidden, warned]) await aComment({ memberId })
  await db.update(comment).set({ standing: 'hidden', hiddenBecause: 'spam' }).where(eq(comment.memberId, hidden.id))
  await imposeSanction(
    await aModerator(),
    sanctionInput.parse({ memberId: warned.id, kind: 'premoderation', reason: 'spam' }),
  )

  for (const actor of [known, await aMember({ rank: 'editor' })])
    expect(await meetBlock(actor, { address })).toBeUndefined()
  for (const actor of [newcomer, hidden, warned]) expect(await meetBlock(actor, { address })).toMatchObject({ id })
  expect(await rowOf(id)).toMatchObject({ hits: 5, trustedHits: 2 })
})

test('the network of a comment is blocked by its hash, for its week, and its hash stands in no line of the log', async () => {
  const now = new Date()
  const written = await aComment()
  const senderHash = randomUUID()
  await db.update(comment).set({ senderHash, createdAt: now }).where(eq(comment.id, written.id))
  const made = await entered('', { commentId: written.id, length: '30-days' }, now)
  expect(made.endsAt).toEqual(startOfWeek(weekOf(now) + 1))
  expect(await meetBlock(stranger, { senderHash }, now)).toMatchObject({ id: made.id, kind: 'network' })
  expect(await meetBlock(stranger, { senderHash: 'another' }, now)).toBeUndefined()
  const lines = await db.query.decision.findMany({ where: eq(decision.commentId, written.id) })
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain(senderHash)

  const later = new Date(now.getTime() + 8 * day)
  expect(await enterBlock(await aModerator(), input('', { commentId: written.id }), later)).toEqual({
    ok: false,
    refusal: 'network-unknown',
  })
})

test('nobody blocks the domain or the address with which one of the staff signs in', async () => {
  const domain = aDomain()
  const [account] = await db
    .insert(user)
    .values({ email: `chief@mail.${domain}` })
    .returning({ id: user.id })
  const chief = await aMember({ rank: 'editor' })
  await db
    .update(member)
    .set({ userId: account?.id ?? null })
    .where(eq(member.id, chief.id))
  for (const what of [domain, `mail.${domain}`, `chief@mail.${domain}`])
    expect(await enterBlock(await aModerator(), input(what))).toEqual({ ok: false, refusal: 'of-staff' })
  expect(await enterBlock(await aModerator(), input(`other.${domain}`))).toMatchObject({ ok: true })
})

test('the same thing is blocked once, also by two at once', async () => {
  const range = aRange()
  const [one, other] = [await aModerator(), await aModerator()]
  const outcomes = await Promise.all([one, other].map((actor) => enterBlock(actor, input(range))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'blocked-already' })
})

test('among twenty thousand blocks those that meet somebody are found by their indexes', async () => {
  await db.execute(sql`insert into block (id, kind, name, range, reason, ends_at) select gen_random_uuid(),
    (case no % 2 when 1 then 'domain' else 'range' end)::block_kind, case no % 2 when 1 then 'n' || no || '.example' end,
    case no % 2 when 0 then ('10.' || no / 256 || '.' || no % 256 || '.0/24')::cidr end, 'spam', now() + interval '1 day'
    from generate_series(1, 20000) as no`)
  await db.execute('analyze block')
  const met = { names: ['n77.example'], address: '10.3.4.9', senderHash: 'nobody' }
  expect((await listBlocksMeeting(met, new Date())).map(({ kind }) => kind).sort()).toEqual(['domain', 'range'])
  const plan = await planOf((on) => listBlocksMeeting(met, new Date(), on), 'block')
  expect(plan.wholeTables).toEqual([])
  expect(plan.rows).toBeLessThan(20)
  expect(await listBlocks('in-force', { limit: 5, offset: 0 })).toHaveLength(5)
})
