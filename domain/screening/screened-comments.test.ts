import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findDeskComment } from '@/db/queries/desk-comments'
import { updateDomain } from '@/db/queries/link-domains'
import { listQueue } from '@/db/queries/queue'
import { listWaitingComments } from '@/db/queries/waiting-comments'
import { article, comment, member, setting } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, stranger } from '../actor'
import { commentInput } from '../comment/comment-input'
import { editComment } from '../comment/edit-comment'
import { postComment } from '../comment/post-comment'
import { newConfirmationCode } from '../confirmation/confirmation-code'
import { approveComment, hideComment } from '../moderation/decide-comment'
import { drawnAt } from './drawn-at'
import { type ConversationSettings, conversationKey, usualSettings } from './settings'

// Comments that are posted, changed and decided about, and how their screening lets them stand.

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }

/** A text that nobody else writes. */
const aText = () => `What ${newId()} says of the harbour.`

async function aKnownMember(since = new Date('2020-01-01')) {
  const known = await aMember()
  await db.update(member).set({ createdAt: since }).where(eq(member.id, known.id))
  await aComment({ memberId: known.id })
  return known
}

async function aCode() {
  const { id } = await newConfirmationCode()
  const row = await db.query.confirmationCode.findFirst({ where: (code) => eq(code.id, id) })
  return { codeId: id, code: row?.answer ?? '' }
}

async function post(actor: Actor, fields: Record<string, unknown> = {}, now = new Date()) {
  const articleId = fields.articleId ?? (await anArticle({ publishedAt: daysBefore(now, 3) })).id
  const outcome = await postComment(actor, commentInput.parse({ text: aText(), ...fields, articleId }), sender, now)
  if (!outcome.ok) throw new Error(outcome.refusal)
  const stored = await findDeskComment(outcome.value.id)
  if (!stored) throw new Error('nothing was stored')
  return { ...stored, why: stored.findings?.map(({ because }) => because) }
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)

async function inPaper(changed: Partial<ConversationSettings>, work: () => Promise<void>) {
  await db.insert(setting).values({ key: conversationKey, value: { ...usualSettings, ...changed } })
  await work().finally(() => db.delete(setting).where(eq(setting.key, conversationKey)))
}

const approve = async (id: string) => {
  const outcome = await approveComment(await aMember({ rank: 'moderator' }), {
    commentId: id,
    seenAs: 'held',
    note: '',
  })
  expect(outcome).toMatchObject({ ok: true })
}

describe('first comments', () => {
  test('are held until one was let through, and then no more', async () => {
    const newcomer = await aMember()
    const first = await post(newcomer)
    expect(first).toMatchObject({
      standing: 'held',
      heldBecause: 'first-comment',
      findings: [{ because: 'first-comment', approved: 0, needed: 1 }],
    })
    expect((await post(newcomer)).standing).toBe('held')
    await approve(first.id)
    expect(await post(newcomer)).toMatchObject({ standing: 'visible', findings: [] })
  })

  test('that wait stand on their author’s account page with all that holds them', async () => {
    const newcomer = await aMember()
    const { id, findings } = await post(newcomer)
    expect(await listWaitingComments(newcomer.id)).toMatchObject([{ id, findings }])
    await approve(id)
    expect(await listWaitingComments(newcomer.id)).toEqual([])
  })

  test('are counted in approvals, as many as the paper wants, and an old account is no better', async () => {
    await inPaper({ heldFirst: 2 }, async () => {
      const old = await aKnownMember()
      const held = await post(old)
      expect(held.findings).toEqual([{ because: 'first-comment', approved: 1, needed: 2 }])
      await approve(held.id)
      expect((await post(old)).standing).toBe('visible')
    })
  })

  test('that were let through and hidden later do not count', async () => {
    const [newcomer, moderator] = [await aMember(), await aMember({ rank: 'moderator' })]
    const first = await post(newcomer)
    await approve(first.id)
    await hideComment(moderator, { commentId: first.id, seenAs: 'visible', reason: 'spam', note: '' })
    expect((await post(newcomer)).why).toEqual(['first-comment'])
  })
})

test('on an article that is read first, a known member’s comment and its change are held with that reason', async () => {
  const [known, place] = [await aKnownMember(), await anArticle()]
  const before = await post(known, { articleId: place.id })
  expect(before.standing).toBe('visible')
  await db.update(article).set({ commentsPremoderated: true }).where(eq(article.id, place.id))
  expect(await post(known, { articleId: place.id })).toMatchObject({ standing: 'held', heldBecause: 'premoderated' })

  await editComment(known, { commentId: before.id, text: aText() }, sender)
  expect(await findDeskComment(before.id)).toMatchObject({
    standing: 'held',
    heldBecause: 'premoderated',
    findings: [{ because: 'premoderated' }],
  })
})

describe('a change', () => {
  test('by a known member stays visible, and what was found in it is stored anew', async () => {
    const known = await aKnownMember()
    const posted = await post(known)
    await editComment(known, { commentId: posted.id, text: aText() }, sender)
    expect(await findDeskComment(posted.id)).toMatchObject({ standing: 'visible', heldBecause: null, findings: [] })
  })

  test('of a text that waits goes on waiting for what was found first, or for more', async () => {
    const known = await aKnownMember()
    const links = 'See https://a.example https://b.example https://c.example '
    const held = await post(known, { text: links + newId() })
    expect(held.why).toEqual(['links'])
    await editComment(known, { commentId: held.id, text: aText() }, sender)
    expect(await findDeskComment(held.id)).toMatchObject({ standing: 'held', findings: held.findings })
  })

  test('that changes nothing is not screened anew, so that nothing is held twice for the same', async () => {
    const [known, place] = [await aKnownMember(), await anArticle()]
    const posted = await post(known, { articleId: place.id })
    await db.update(article).set({ commentsPremoderated: true }).where(eq(article.id, place.id))
    await editComment(known, { commentId: posted.id, text: posted.text }, sender)
    expect((await findDeskComment(posted.id))?.standing).toBe('visible')
  })
})

describe('links', () => {
  const linkTo = (domain: string) => `Look at https://${domain}/page, ${newId()}.`
  const aNewMember = () => aKnownMember(new Date())

  test('of a new account to a domain not seen before are held until one to it was let through', async () => {
    const domain = `${newId()}.example`
    const first = await post(await aNewMember(), { text: linkTo(domain), ...(await aCode()) })
    expect(first).toMatchObject({ standing: 'held', findings: [{ because: 'unseen-domain', domains: [domain] }] })
    await approve(first.id)
    expect(await post(await aNewMember(), { text: linkTo(domain), ...(await aCode()) })).toMatchObject({
      standing: 'visible',
    })
  })

  test('of a known member make a domain one that was seen', async () => {
    const domain = `${newId()}.example`
    expect((await post(await aKnownMember(), { text: linkTo(domain) })).standing).toBe('visible')
    expect((await post(await aNewMember(), { text: linkTo(domain), ...(await aCode()) })).standing).toBe('visible')
  })

  test('to a denied domain, or one below it, are held, whoever writes them', async () => {
    const domain = `${newId()}.example`
    await db.transaction((tx) => updateDomain(domain, 'deny', new Date(), tx))
    expect(await post(await aKnownMember(), { text: linkTo(`shop.${domain}`) })).toMatchObject({
      heldBecause: 'denied-domain',
      findings: [{ because: 'denied-domain', domains: [`shop.${domain}`] }],
    })
  })

  test('to an allowed domain are no reason, however many they are', async () => {
    const domain = `${newId()}.example`
    await db.transaction((tx) => updateDomain(domain, 'allow', new Date(), tx))
    const text = linkTo(domain) + linkTo(domain) + linkTo(domain)
    expect((await post(await aNewMember(), { text, ...(await aCode()) })).standing).toBe('visible')
  })
})

describe('the same text', () => {
  test('within a day is held, by whomever and wherever, with other signs as well', async () => {
    const text = `Buy ${newId()} boots`
    expect((await post(await aKnownMember(), { text })).standing).toBe('visible')
    expect(await post(await aKnownMember(), { text: `${text.toUpperCase()} !!!` })).toMatchObject({
      standing: 'held',
      heldBecause: 'duplicate',
    })
  })

  test('is another one a day later', async () => {
    const [text, known] = [aText(), await aKnownMember()]
    await post(known, { text }, new Date(Date.now() - 24 * 60 * 60_000 - 1000))
    expect((await post(await aKnownMember(), { text })).standing).toBe('visible')
  })

  test('put into a comment later is held, too', async () => {
    const [text, known] = [aText(), await aKnownMember()]
    await post(await aKnownMember(), { text })
    const other = await post(known)
    await editComment(known, { commentId: other.id, text }, sender)
    expect(await findDeskComment(other.id)).toMatchObject({ standing: 'held', heldBecause: 'duplicate' })
  })

  test('of two who write it at once, one is seen and the other is held', async () => {
    const [text, place] = [aText(), await anArticle()]
    const people = [await aKnownMember(), await aKnownMember(), await aKnownMember(), await aKnownMember()]
    // With a connection each, so that nobody waits for one while another is done.
    await Promise.all(people.map(() => db.execute(sql`select pg_sleep(0.2)`)))
    const posted = await Promise.all(people.map((one) => post(one, { text, articleId: place.id })))
    expect(posted.map(({ standing }) => standing).sort()).toEqual(['held', 'held', 'held', 'visible'])
  })
})

test('a guest who sends the form faster than people write is held for that, too', async () => {
  const now = new Date()
  const guest = { name: 'Ida Quayle', email: 'ida@example.org', articleId: (await anArticle()).id }
  const sent = async (drawn: string | undefined) =>
    (await post(stranger, { ...guest, drawn, ...(await aCode()) }, now)).why
  expect(await sent(drawnAt(new Date(now.getTime() - 1200)))).toEqual(['guest', 'too-fast'])
  expect(await sent(drawnAt(new Date(now.getTime() - 3000)))).toEqual(['guest'])
  expect(await sent(undefined)).toEqual(['guest'])
  expect(await sent('made-up')).toEqual(['guest'])
})

test('of whom moderators removed a lot lately is read first, is told so, and no more when that is otherwise', async () => {
  const [rude, moderator] = [await aKnownMember(), await aMember({ rank: 'moderator' })]
  const decided = await Promise.all(Array.from({ length: 5 }, () => aComment({ memberId: rude.id, standing: 'held' })))
  for (const [nth, { id }] of decided.entries()) {
    const verdict = { commentId: id, seenAs: 'held' as const, note: '' }
    await (nth < 2 ? hideComment(moderator, { ...verdict, reason: 'spam' }) : approveComment(moderator, verdict))
  }
  const held = await post(rude, await aCode())
  expect(held).toMatchObject({ standing: 'held', findings: [{ because: 'record', hidden: 2, decided: 5 }] })
  await approve(held.id)
  const again = await post(rude, await aCode())
  expect(again.findings).toEqual([{ because: 'record', hidden: 2, decided: 6 }])
  await approve(again.id)
  expect((await post(rude, await aCode())).standing).toBe('visible')
})

test('the record of a week ago is forgotten', async () => {
  const [rude, moderator, then] = [await aKnownMember(), await aMember({ rank: 'moderator' }), new Date('2026-01-01')]
  for (let nth = 0; nth < 5; nth++) {
    const { id } = await aComment({ memberId: rude.id, standing: 'held' })
    await hideComment(moderator, { commentId: id, seenAs: 'held', note: '', reason: 'spam' }, then)
  }
  const place = await anArticle({ publishedAt: new Date('2025-12-01') })
  await db
    .update(comment)
    .set({ createdAt: new Date('2025-11-01') })
    .where(eq(comment.memberId, rude.id))
  const at = (days: number) => new Date(then.getTime() + days * 24 * 60 * 60_000)
  expect((await post(rude, { articleId: place.id }, at(6.9))).why).toEqual(['record'])
  expect((await post(rude, { articleId: place.id }, at(7.1))).why).toEqual([])
})

test('the queue finds a comment by each of its reasons, not by what was only noted', async () => {
  const place = await anArticle()
  const { id } = await aComment({ articleId: place.id, standing: 'held' })
  const findings = [
    { because: 'first-comment' as const },
    { because: 'links' as const },
    { because: 'newsroom' as const, sentence: 'A rule being watched.', shadow: true as const },
  ]
  await db.update(comment).set({ findings }).where(eq(comment.id, id))
  const found = async (why: 'first-comment' | 'links' | 'duplicate' | 'newsroom') =>
    (await listQueue({ tab: 'held', order: 'oldest', article: place.slug, why }, 9)).length
  expect([await found('first-comment'), await found('links')]).toEqual([1, 1])
  expect([await found('duplicate'), await found('newsroom')]).toEqual([0, 0])
})
