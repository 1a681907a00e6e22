import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { findConversation, listConversationDecisions, listSettingDecisions } from '@/db/queries/conversation-changes'
import { listKnownDomains } from '@/db/queries/link-domains'
import { article, cacheInvalidation, comment, decision, setting } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, ranks, stranger } from '../actor'
import { commentInput } from '../comment/comment-input'
import { editComment } from '../comment/edit-comment'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { secondsToWait } from '../comment/slow-mode'
import { conversationKey, usualSettings } from '../screening/settings'
import { changeConversation, seenOf } from './change-conversation'
import { changeSettings, decideDomain, seenSettings } from './change-settings'
import { changedConversation, changedSettings, domainVerdict } from './conversation-input'

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }

async function conversationOf(articleId: string) {
  const found = await findConversation({ id: articleId }, new Date())
  if (!found) throw new Error('no such article')
  return found
}

async function change(actor: Actor, articleId: string, fields: Record<string, string> = {}) {
  const seen = seenOf(await conversationOf(articleId))
  const form = { articleId, mode: 'open', closeAfter: '', seconds: '0', note: '', seen, ...fields }
  return changeConversation(actor, changedConversation.parse(form))
}

async function aKnownMember() {
  const known = await aMember()
  await aComment({ memberId: known.id })
  return known
}

const post = (actor: Actor, articleId: string, now = new Date(), text = `What ${newId()} says of the harbour.`) =>
  postComment(actor, commentInput.parse({ articleId, text }), sender, now)

const everybody = async (): Promise<[string, Actor][]> => [
  ['stranger', stranger],
  ...(await Promise.all(ranks.map(async (rank): Promise<[string, Actor]> => [rank, await aMember({ rank })]))),
]

const invalidated = async (tag: string) =>
  (await db.select().from(cacheInvalidation)).filter(({ tags }) => tags.includes(tag)).map(({ urgency }) => urgency)

describe('what is set for one article', () => {
  test('moderators and admins change; nobody else does, and nothing is logged', async () => {
    for (const [rank, actor] of await everybody()) {
      const { id } = await anArticle()
      const mayChange = rank === 'moderator' || rank === 'admin'
      const outcome = await change(actor, id, { mode: 'closed' })
      expect([rank, outcome.ok]).toEqual([rank, mayChange])
      expect((await conversationOf(id)).commentsOpen).toBe(!mayChange)
      expect(await listConversationDecisions(id)).toHaveLength(mayChange ? 1 : 0)
    }
  })

  test('is logged with before and after, and the article’s pages are drawn anew', async () => {
    const [moderator, { id }] = [await aMember({ rank: 'moderator' }), await anArticle()]
    await change(moderator, id, { mode: 'premoderated', closeAfter: '14', seconds: '60', note: 'It is election day.' })
    expect(await listConversationDecisions(id)).toMatchObject([
      {
        actorName: moderator.name,
        note: 'It is election day.',
        before: { mode: 'open', closeAfter: null, seconds: 0, isHeated: false },
        after: { mode: 'premoderated', closeAfter: 14, seconds: 60, isHeated: false },
      },
    ])
    expect(await invalidated(`article:${id}`)).toEqual(['now'])
  })

  test('sent twice is one change, and a colleague’s change is not undone unseen', async () => {
    const [moderator, { id }] = [await aMember({ rank: 'moderator' }), await anArticle()]
    const seen = seenOf(await conversationOf(id))
    expect(await change(moderator, id, { mode: 'closed', seen })).toMatchObject({ ok: true })
    expect(await change(moderator, id, { mode: 'closed', seen })).toMatchObject({ ok: true })
    expect(await change(moderator, id, { mode: 'premoderated', seen })).toMatchObject({ refusal: 'already-changed' })
    expect(await listConversationDecisions(id)).toHaveLength(1)
  })

  test('closes it to new and to changed comments, and opens it again', async () => {
    const [moderator, known, { id, slug }] = [
      await aMember({ rank: 'moderator' }),
      await aKnownMember(),
      await anArticle(),
    ]
    const mine = await aComment({ articleId: id, memberId: known.id })
    await change(moderator, id, { mode: 'closed' })
    expect(await post(known, id)).toMatchObject({ refusal: 'comments-closed' })
    expect(await editComment(known, { commentId: mine.id, text: 'Otherwise.' }, sender)).toMatchObject({
      refusal: 'comments-closed',
    })
    expect(await findArticle(slug)).toMatchObject({ commentsOpen: false, closedBecause: 'closed' })
    await change(moderator, id, { mode: 'open' })
    expect(await post(known, id)).toMatchObject({ ok: true })
  })

  test('closes it by itself when its days are over', async () => {
    const publishedAt = new Date(Date.now() - 2 * 24 * 60 * 60_000)
    const [moderator, known, { id }] = [
      await aMember({ rank: 'moderator' }),
      await aKnownMember(),
      await anArticle({ publishedAt }),
    ]
    await change(moderator, id, { closeAfter: '3' })
    expect(await post(known, id)).toMatchObject({ ok: true })
    const then = new Date(publishedAt.getTime() + 3 * 24 * 60 * 60_000)
    expect(await post(known, id, then)).toMatchObject({ refusal: 'comments-over' })
  })
})

describe('a slowed conversation', () => {
  async function aSlowArticle(seconds = 60) {
    const made = await anArticle()
    await db.update(article).set({ commentSeconds: seconds }).where(eq(article.id, made.id))
    return { ...made, secondsBetween: seconds }
  }

  test('lets a person write once in its seconds, tells the wait that is left, and leaves others alone', async () => {
    const [slow, known, other, now] = [await aSlowArticle(), await aKnownMember(), await aKnownMember(), new Date()]
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    expect(await post(known, slow.id, now)).toMatchObject({ ok: true })
    expect(await post(known, slow.id, at(20))).toMatchObject({ refusal: 'too-soon' })
    expect(await secondsToWait(known, slow, null, at(20))).toBe(40)
    expect(await post(other, slow.id, at(20))).toMatchObject({ ok: true })
    expect(await post(known, (await anArticle()).id, at(20))).toMatchObject({ ok: true })
    expect(await post(known, slow.id, at(61))).toMatchObject({ ok: true })
  })

  test('takes one of two that are sent at once', async () => {
    const [slow, known] = [await aSlowArticle(), await aKnownMember()]
    const outcomes = await Promise.all([post(known, slow.id), post(known, slow.id), post(known, slow.id)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.$count(comment, eq(comment.articleId, slow.id))).toBe(1)
  })

  test('answers the same form sent again with the comment that it stored', async () => {
    const [slow, known, now] = [await aSlowArticle(), await aKnownMember(), new Date()]
    const first = await post(known, slow.id, now, 'The very same words again.')
    expect(await post(known, slow.id, now, 'The very same words again.')).toEqual(first)
  })

  test('does not slow the paper’s own staff down', async () => {
    const [slow, editor] = [await aSlowArticle(), await aMember({ rank: 'editor' })]
    expect(await post(editor, slow.id)).toMatchObject({ ok: true })
    expect(await post(editor, slow.id)).toMatchObject({ ok: true })
  })

  test('becomes one by many reports within an hour, is told of in the log, and a moderator ends that', async () => {
    const [made, moderator] = [await aComment(), await aMember({ rank: 'moderator' })]
    const report = async () => reportComment(await aMember(), { commentId: made.id, reason: 'spam', note: '' }, sender)
    for (let nth = 1; nth < usualSettings.heatedReports; nth++) await report()
    expect(await conversationOf(made.articleId)).toMatchObject({ isHeated: false, secondsBetween: 0 })
    await report()
    expect(await conversationOf(made.articleId)).toMatchObject({
      isHeated: true,
      secondsBetween: usualSettings.heatedSeconds,
    })
    await report()
    expect(await listConversationDecisions(made.articleId)).toMatchObject([
      { isAutomatic: true, actorName: null, after: { isHeated: true, reports: usualSettings.heatedReports } },
    ])
    expect(await invalidated(`article:${made.articleId}`)).toEqual(['now'])

    expect(await change(moderator, made.articleId, { cool: 'on' })).toMatchObject({ ok: true })
    expect(await conversationOf(made.articleId)).toMatchObject({ isHeated: false, secondsBetween: 0 })
  })
})

describe('what is set for all conversations', () => {
  const settings = async () => {
    const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, conversationKey))
    return row?.value
  }
  const changeAll = (actor: Actor, fields: Record<string, string>) => {
    const { isReadOnly: _, ...usual } = usualSettings
    const texts = Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, String(value)]))
    const form = { ...texts, note: '', seen: seenSettings(usualSettings), ...fields }
    return changeSettings(actor, changedSettings.parse(form))
  }
  const forget = () => db.delete(setting).where(eq(setting.key, conversationKey))

  test('admins change; nobody else does', async () => {
    for (const [rank, actor] of await everybody()) {
      const outcome = await changeAll(actor, { isReadOnly: 'on' })
      expect([rank, outcome.ok]).toEqual([rank, rank === 'admin'])
      expect([rank, await settings()]).toEqual([
        rank,
        rank === 'admin' ? { ...usualSettings, isReadOnly: true } : undefined,
      ])
    }
    await forget()
  })

  test('closes and opens every article’s conversation for the next page, and is logged', async () => {
    const [admin, known, { id, slug }] = [await aMember({ rank: 'admin' }), await aKnownMember(), await anArticle()]
    await changeAll(admin, { isReadOnly: 'on' })
    expect(await post(known, id)).toMatchObject({ refusal: 'comments-paused' })
    expect(await findArticle(slug)).toMatchObject({ commentsOpen: false, closedBecause: 'read-only' })
    expect(await invalidated('conversations')).toContain('now')
    const [latest] = await listSettingDecisions()
    expect(latest).toMatchObject({
      kind: 'change-settings',
      before: { isReadOnly: false },
      after: { isReadOnly: true },
    })

    expect(await changeAll(admin, { heldFirst: '2' })).toMatchObject({ refusal: 'already-changed' })
    await changeAll(admin, { seen: seenSettings({ ...usualSettings, isReadOnly: true }) })
    expect(await post(known, id)).toMatchObject({ ok: true })
    await forget()
  })
})

describe('a domain', () => {
  const decide = (actor: Actor, domain: string, verdict: string) =>
    decideDomain(actor, domainVerdict.parse({ domain, verdict, note: '' }))
  const verdictOf = async (name: string) => (await listKnownDomains([name]))[0]?.verdict

  test('is allowed and denied by moderators and admins; by nobody else', async () => {
    for (const [rank, actor] of await everybody()) {
      const domain = `${newId()}.example`
      const mayDecide = rank === 'moderator' || rank === 'admin'
      expect([rank, (await decide(actor, domain, 'deny')).ok]).toEqual([rank, mayDecide])
      expect(await verdictOf(domain)).toBe(mayDecide ? 'deny' : undefined)
    }
  })

  test('is taken from an address as well, and each verdict is one line of the log', async () => {
    const [moderator, domain] = [await aMember({ rank: 'moderator' }), `${newId()}.example`]
    await decide(moderator, `https://www.${domain.toUpperCase()}/page?a=b`, 'deny')
    await decide(moderator, domain, 'deny')
    await decide(moderator, domain, 'allow')
    await decide(moderator, domain, 'none')
    expect(await verdictOf(domain)).toBeNull()
    const lines = await db.select().from(decision).where(eq(decision.actorId, moderator.id))
    expect(lines.map(({ before, after }) => [before.verdict, after.verdict, after.domain])).toEqual([
      ['none', 'deny', domain],
      ['deny', 'allow', domain],
      ['allow', 'none', domain],
    ])
  })

  test.each(['', 'example', '1.2.3.4', 'exa mple.org', 'javascript:alert(1)'])('is not “%s”', (typed) => {
    expect(domainVerdict.safeParse({ domain: typed, verdict: 'deny', note: '' }).success).toBe(false)
  })
})
