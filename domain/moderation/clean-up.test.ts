import { randomUUID } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { countCleanUp, findCleanUp } from '@/db/queries/clean-ups'
import { listDecisions, listDecisionsAbout } from '@/db/queries/decisions'
import { cacheInvalidation, comment, report } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { countsOf, repliesOf } from '@/db/testing/comment-counts'
import { newId } from '@/lib/new-id'
import { type Actor, type MemberActor, ranks, stranger } from '../actor'
import { checkCounters } from '../comment/check-counters'
import { commentInput } from '../comment/comment-input'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { imposeSanction } from '../sanction/impose-sanction'
import { sanctionInput } from '../sanction/sanction-input'
import { cleanUp } from './clean-up'
import type { CleanUpInput } from './clean-up-question'
import { undoCleanUp } from './clean-up-undo'
import { hideComment, restoreComment } from './decide-comment'

const hour = 60 * 60_000
const sender = { visitorKey: null, addressHash: 'a' }
const aModerator = () => aMember({ rank: 'moderator' })

const of = (memberId: string, wish: Partial<CleanUpInput> = {}): CleanUpInput => ({
  reach: 'account',
  memberId,
  commentId: undefined,
  since: new Date(Date.now() - hour),
  until: new Date(Date.now() + hour),
  reason: 'spam',
  note: '',
  ...wish,
})

async function cleaned(input: CleanUpInput, now = new Date()) {
  const outcome = await cleanUp(await aModerator(), input, now)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const standingsOf = async (ids: string[]) => {
  const rows = await db
    .select({ id: comment.id, standing: comment.standing })
    .from(comment)
    .where(inArray(comment.id, ids))
  return ids.map((id) => rows.find((row) => row.id === id)?.standing)
}

/** A root, a reply of theirs below another's root, and one that waits, with what somebody else wrote. */
async function aSpree(person: MemberActor) {
  const article = await anArticle()
  const other = await aComment({ articleId: article.id })
  const root = await aComment({ articleId: article.id, memberId: person.id })
  const reply = await aComment({ articleId: article.id, memberId: person.id, parent: other })
  const held = await aComment({ articleId: article.id, memberId: person.id, standing: 'held' })
  return { article, other, root, reply, held, ids: [root.id, reply.id, held.id] }
}

test('moderators and admins clean up and undo it; nobody else does', async () => {
  for (const rank of ranks) {
    const person = await aMember()
    const { ids } = await aSpree(person)
    const actor = await aMember({ rank })
    const isAllowed = rank === 'moderator' || rank === 'admin'
    expect([rank, (await cleanUp(actor, of(person.id))).ok]).toEqual([rank, isAllowed])
    const { id: cleanUpId } = isAllowed ? { id: await latest(person.id) } : await cleaned(of(person.id))
    expect([rank, (await undoCleanUp(actor, { cleanUpId })).ok]).toEqual([rank, isAllowed])
    expect(await standingsOf(ids)).toEqual(isAllowed ? ['visible', 'visible', 'held'] : ['hidden', 'hidden', 'hidden'])
  }
  const person = await aMember()
  const { ids } = await aSpree(person)
  const no = { ok: false, refusal: 'not-allowed' }
  const actors: Actor[] = [stranger, { ...(await aModerator()), sanction: 'mute' }]
  for (const actor of actors) {
    expect(await cleanUp(actor, of(person.id))).toEqual(no)
    expect(await undoCleanUp(actor, { cleanUpId: newId() })).toEqual(no)
  }
  expect(await standingsOf(ids)).toEqual(['visible', 'visible', 'held'])
}, 60_000)

async function latest(memberId: string) {
  const row = await db.query.cleanUp.findFirst({ where: (one) => eq(one.memberId, memberId) })
  return row?.id ?? ''
}

test('all of an account within the time are hidden, each with its line; counters are exact, pages forget once', async () => {
  const person = await aMember()
  const { article, other, ids } = await aSpree(person)
  const early = await aComment({ memberId: person.id })
  await db
    .update(comment)
    .set({ createdAt: new Date(Date.now() - 2 * hour) })
    .where(eq(comment.id, early.id))
  await reportComment(await aMember(), { commentId: ids[0] ?? '', reason: 'spam', note: '' }, sender)
  const before = await db.$count(cacheInvalidation)

  expect(await cleaned(of(person.id, { note: 'The wave of Monday.' }))).toMatchObject({ hidden: 3 })

  expect(await standingsOf([...ids, early.id, other.id])).toEqual(['hidden', 'hidden', 'hidden', 'visible', 'visible'])
  expect(await countsOf(article.id)).toMatchObject({ comments: 1, roots: 2 })
  expect(await repliesOf(other.id)).toBe(0)
  // The articles’ pages once, and the public log’s once.
  expect(await db.$count(cacheInvalidation)).toBe(before + 2)
  expect(await listDecisions({ commentId: ids[0] ?? '' })).toMatchObject([
    { kind: 'hide-comment', note: 'The wave of Monday.', before: { standing: 'visible' } },
  ])
  const kinds = (await listDecisionsAbout(person.id)).map(({ kind }) => kind).sort()
  expect(kinds).toEqual(['clean-up', 'hide-comment', 'hide-comment', 'hide-comment'])
  expect(await db.query.report.findFirst({ where: eq(report.commentId, ids[0] ?? '') })).toMatchObject({
    outcome: 'upheld',
  })
})

test('undoing it restores exactly what nobody has decided about since, counters and reports too', async () => {
  const person = await aMember()
  const { article, other, root, reply, held, ids } = await aSpree(person)
  const decided = await aComment({ articleId: article.id, memberId: person.id })
  await reportComment(await aMember(), { commentId: root.id, reason: 'spam', note: '' }, sender)
  const made = await cleaned(of(person.id))

  const colleague = await aModerator()
  await restoreComment(colleague, { commentId: decided.id, seenAs: 'hidden', note: '' })
  await hideComment(colleague, { commentId: decided.id, seenAs: 'visible', reason: 'hate', note: '' })
  // What is done about the author is no decision about the comment.
  const mute = { memberId: person.id, kind: 'mute', reason: 'spam', commentId: reply.id }
  expect(await imposeSanction(colleague, sanctionInput.parse(mute))).toMatchObject({ ok: true })

  expect(await undoCleanUp(colleague, { cleanUpId: made.id })).toMatchObject({ value: { restored: 3 } })
  expect(await standingsOf([...ids, decided.id])).toEqual(['visible', 'visible', 'held', 'hidden'])
  expect(await db.query.comment.findFirst({ where: eq(comment.id, held.id) })).toMatchObject({
    heldBecause: 'first-comment',
    hiddenBecause: null,
    rootNo: null,
  })
  expect(await countsOf(article.id)).toMatchObject({ comments: 3 })
  expect(await repliesOf(other.id)).toBe(1)
  expect(await db.query.report.findFirst({ where: eq(report.commentId, root.id) })).toMatchObject({ outcome: null })
  expect(await countCleanUp(made.id)).toEqual({ hidden: 4, restored: 3, left: 1 })
  expect(await undoCleanUp(colleague, { cleanUpId: made.id })).toMatchObject({ value: { restored: 0 } })
})

test('after a day it is not undone any more', async () => {
  const person = await aMember()
  await aSpree(person)
  const now = new Date()
  const { id: cleanUpId } = await cleaned(of(person.id), now)
  const later = new Date(now.getTime() + 24 * hour)
  expect(await undoCleanUp(await aModerator(), { cleanUpId }, later)).toEqual({ ok: false, refusal: 'undo-time-over' })
  expect(await findCleanUp(cleanUpId)).toMatchObject({ undoneAt: null })
})

test('a network’s comments are hidden, of guests and members, but not the staff’s nor one’s own', async () => {
  const [senderHash, moderator, editor] = [randomUUID(), await aModerator(), await aMember({ rank: 'editor' })]
  const guest = await aComment({ guestName: 'Eve', guestKey: 'eve' })
  const others = [await aComment(), await aComment({ memberId: editor.id }), await aComment({ memberId: moderator.id })]
  const ids = [guest, ...others].map(({ id }) => id)
  await db.update(comment).set({ senderHash }).where(inArray(comment.id, ids))
  const elsewhere = await aComment({ guestName: 'Eve', guestKey: 'eve' })

  const network = of('', { reach: 'network', memberId: undefined, commentId: guest.id })
  expect(await cleanUp(moderator, network)).toMatchObject({ value: { hidden: 2 } })
  expect(await standingsOf(ids)).toEqual(['hidden', 'hidden', 'visible', 'visible'])
  expect(await cleanUp(moderator, { ...network, reach: 'browser' })).toMatchObject({ value: { hidden: 1 } })
  expect(await standingsOf([elsewhere.id])).toEqual(['hidden'])
})

test('a moderator cleans up after nobody of the staff, nor after themselves', async () => {
  const [moderator, editor] = [await aModerator(), await aMember({ rank: 'editor' })]
  await aComment({ memberId: editor.id })
  expect(await cleanUp(moderator, of(editor.id))).toEqual({ ok: false, refusal: 'of-staff' })
  expect(await cleanUp(moderator, of(moderator.id))).toEqual({ ok: false, refusal: 'own-account' })
  expect(await cleanUp(await aMember({ rank: 'admin' }), of(editor.id))).toMatchObject({ value: { hidden: 1 } })
})

test('where there is nothing to hide, or no such reason or account, nothing is written', async () => {
  const person = await aMember()
  const moderator = await aModerator()
  expect(await cleanUp(moderator, of(person.id))).toEqual({ ok: false, refusal: 'nothing-there' })
  expect(await cleanUp(moderator, of(newId()))).toEqual({ ok: false, refusal: 'no-such-member' })
  await aComment({ memberId: person.id })
  expect(await cleanUp(moderator, of(person.id, { reason: 'none' }))).toEqual({ ok: false, refusal: 'no-such-reason' })
  expect(await listDecisionsAbout(person.id)).toEqual([])
})

test('six hundred comments on some articles, while others post and two clean up at once: the counters agree', async () => {
  const person = await aMember()
  const roots = [await aComment(), await aComment(), await aComment()]
  for (const { id } of roots) {
    await db.execute(sql`with replies as (
        insert into comment (id, article_id, parent_id, root_id, root_no, depth, member_id, text, standing, visible_at, post_key)
        select gen_random_uuid(), article_id, id, id, root_no, 1, ${person.id}, 'Buy', 'visible', now(), gen_random_uuid()
        from comment, generate_series(1, 200) where id = ${id} returning id, article_id)
      insert into comment_count (comment_id, article_id) select id, article_id from replies`)
  }
  await checkCounters({ onDrift: () => {} })

  const known = await aMember()
  await aComment({ memberId: known.id })
  const posting = roots.map((root) =>
    postComment(
      known,
      commentInput.parse({ articleId: root.articleId, parentId: root.id, text: randomUUID() }),
      sender,
    ),
  )
  const [one, other] = [await aModerator(), await aModerator()]
  const [first, second, ...posted] = await Promise.all([
    cleanUp(one, of(person.id)),
    cleanUp(other, of(person.id)),
    ...posting,
  ])
  const hidden = [first, second].map((outcome) => (outcome?.ok && 'hidden' in outcome.value ? outcome.value.hidden : 0))
  expect(hidden.reduce((sum, n) => sum + n, 0)).toBe(600)
  const seen = posted.filter((outcome) => outcome.ok).length
  expect(seen).toBeGreaterThan(0)
  const drifts: unknown[] = []
  await checkCounters({ onDrift: (drift) => void drifts.push(drift) })
  expect(drifts).toEqual([])
}, 60_000)
