import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { listOwnUnseenComments } from '@/db/queries/comments'
import { listThread } from '@/db/queries/threads'
import { takeFrom } from '@/db/rate-limit'
import { cacheInvalidation, comment, member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { stranger } from '../actor'
import { newConfirmationCode } from '../confirmation/confirmation-code'
import { changeName } from '../member/change-name'
import { commentInput } from './comment-input'
import { keepDraft } from './draft'
import { postComment } from './post-comment'
import { mostLinks } from './vet-comment'
import { isCodeShown } from './wants-code'

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }
const input = (fields: Record<string, unknown>) => commentInput.parse({ text: 'About time.', ...fields })

/** A member who was let through before, so that nothing is held. */
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

const guest = { name: 'Ida Quayle', email: 'ida@example.org' }

describe('a member', () => {
  test('comments and is read at once; total and number grow by one', async () => {
    const [member, article] = [await aKnownMember(), await anArticle()]
    const outcome = await postComment(member, input({ articleId: article.id }), sender)
    expect(outcome).toMatchObject({ ok: true, value: { standing: 'visible' } })
    expect(await listThread(article.id, 1)).toMatchObject([{ text: 'About time.', name: member.name, rootNo: 1 }])
    expect(await findArticle(article.slug)).toMatchObject({ comments: 1, roots: 1 })
  })

  test('has the first comment held, which counts nowhere and has no number', async () => {
    const [member, article] = [await aMember(), await anArticle()]
    const outcome = await postComment(member, input({ articleId: article.id }), sender)
    expect(outcome).toMatchObject({ ok: true, value: { standing: 'held' } })
    expect(await listThread(article.id, 1)).toEqual([])
    expect(await findArticle(article.slug)).toMatchObject({ comments: 0, roots: 0 })
    expect(await listOwnUnseenComments(article.id, { memberId: member.id, guestKey: null })).toMatchObject([
      { text: 'About time.', heldBecause: 'first-comment' },
    ])
  })

  test('of the staff is not held', async () => {
    const outcome = await postComment(
      await aMember({ rank: 'editor' }),
      input({ articleId: (await anArticle()).id }),
      sender,
    )
    expect(outcome).toMatchObject({ value: { standing: 'visible' } })
  })

  test('answers a comment, and the reply is counted at the first-level one', async () => {
    const root = await aComment()
    const between = await aComment({ articleId: root.articleId, parent: root })
    const outcome = await postComment(
      await aKnownMember(),
      input({ articleId: root.articleId, parentId: between.id }),
      sender,
    )
    expect(outcome.ok).toBe(true)
    const [first, , reply] = await listThread(root.articleId, 1)
    expect(first).toMatchObject({ id: root.id, replies: 2 })
    expect(reply).toMatchObject({ parentId: between.id, rootId: root.id, depth: 2, rootNo: root.rootNo })
  })

  test('who is muted or banned does not comment', async () => {
    const [member, article] = [await aKnownMember(), await anArticle()]
    for (const sanction of ['mute', 'ban'] as const) {
      expect(await postComment({ ...member, sanction }, input({ articleId: article.id }), sender)).toMatchObject({
        refusal: 'not-allowed',
      })
    }
  })
})

describe('a guest', () => {
  test('gives name, address and code, and is held', async () => {
    const article = await anArticle()
    const outcome = await postComment(stranger, input({ articleId: article.id, ...guest, ...(await aCode()) }), sender)
    expect(outcome).toMatchObject({ ok: true, value: { standing: 'held' } })
    expect(await listThread(article.id, 1)).toEqual([])
    expect(await listOwnUnseenComments(article.id, { memberId: null, guestKey: sender.visitorKey })).toHaveLength(1)
    expect(await listOwnUnseenComments(article.id, { memberId: null, guestKey: 'another-visitor' })).toEqual([])
  })

  test.each([
    ['name-needed', { name: '' }],
    ['name-needed', { name: '<b>' }],
    ['email-needed', { email: 'nowhere' }],
    ['code-needed', { code: '' }],
    ['wrong-code', { code: 'ZZZZZ' }],
  ])('is refused: %s for %o', async (refusal, wrong) => {
    const article = await anArticle()
    const whole = { articleId: article.id, ...guest, ...(await aCode()), ...wrong }
    expect(await postComment(stranger, input(whole), sender)).toMatchObject({ ok: false, refusal })
  })

  test('uses a code once', async () => {
    const [article, code] = [await anArticle(), await aCode()]
    await postComment(stranger, input({ articleId: article.id, ...guest, ...code }), sender)
    const again = input({ articleId: article.id, ...guest, ...code, text: 'Another one.' })
    expect(await postComment(stranger, again, sender)).toMatchObject({ refusal: 'wrong-code' })
  })

  test('who sends the same form twenty times at once posts one comment', async () => {
    const article = await anArticle()
    const form = input({ articleId: article.id, ...guest, ...(await aCode()), key: newId() })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => postComment(stranger, form, sender)))
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.value.id : outcome.refusal))
    expect(new Set(ids).size).toBe(1)
    expect(await db.$count(comment, eq(comment.articleId, article.id))).toBe(1)
  })
})

describe('a form sent twice', () => {
  test('stores one comment and leaves the numbers dense', async () => {
    const [member, article] = [await aKnownMember(), await anArticle()]
    const form = input({ articleId: article.id, key: newId() })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => postComment(member, form, sender)))
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.id)).size).toBe(1)
    expect(await findArticle(article.slug)).toMatchObject({ comments: 1, roots: 1 })
  })

  test('from a stored page, which has no key, stores one comment within a quarter of an hour', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 12, minutes))
    const [member, article] = [await aKnownMember(), await anArticle({ publishedAt: at(-60) })]
    const send = (minutes: number) => postComment(member, input({ articleId: article.id }), sender, at(minutes))
    const [first, same, inTheNextQuarter, later] = [await send(10), await send(14), await send(16), await send(26)]
    expect([same, inTheNextQuarter]).toEqual([first, first])
    expect(later).not.toEqual(first)
  })

  test('with another text is another comment, also under the same key', async () => {
    const [member, article, key] = [await aKnownMember(), await anArticle(), newId()]
    await postComment(member, input({ articleId: article.id, key, text: 'First thought.' }), sender)
    await postComment(member, input({ articleId: article.id, key, text: 'Second thought.' }), sender)
    expect((await listThread(article.id, 1)).map(({ text }) => text)).toEqual(['First thought.', 'Second thought.'])
  })

  test('is another comment where another person sends it', async () => {
    const [article, key] = [await anArticle(), newId()]
    const form = input({ articleId: article.id, key })
    const [mine, theirs] = [
      await postComment(await aKnownMember(), form, sender),
      await postComment(await aKnownMember(), form, sender),
    ]
    expect(mine.ok && theirs.ok && mine.value.id !== theirs.value.id).toBe(true)
  })
})

describe('nobody', () => {
  test('comments on an article that is closed, not out yet, withdrawn, or none', async () => {
    const member = await aKnownMember()
    const refusal = async (articleId: string) => postComment(member, input({ articleId }), sender)
    expect(await refusal((await anArticle({ commentsOpen: false })).id)).toMatchObject({ refusal: 'comments-closed' })
    expect(await refusal((await anArticle({ publishedAt: new Date(Date.now() + 60_000) })).id)).toMatchObject({
      refusal: 'no-such-article',
    })
    expect(await refusal((await anArticle({ state: 'withdrawn' })).id)).toMatchObject({ refusal: 'no-such-article' })
    expect(await refusal((await anArticle({ state: 'draft' })).id)).toMatchObject({ refusal: 'no-such-article' })
    expect(await refusal(newId())).toMatchObject({ refusal: 'no-such-article' })
  })

  test('answers a held comment, or one of another article', async () => {
    const [member, held, elsewhere] = [await aKnownMember(), await aComment({ standing: 'held' }), await aComment()]
    const answer = (articleId: string, parentId: string) => postComment(member, input({ articleId, parentId }), sender)
    expect(await answer(held.articleId, held.id)).toMatchObject({ refusal: 'cannot-answer' })
    expect(await answer(held.articleId, elsewhere.id)).toMatchObject({ refusal: 'cannot-answer' })
    expect(await answer(held.articleId, newId())).toMatchObject({ refusal: 'cannot-answer' })
  })

  test('posts nothing, too much, or a list of links', async () => {
    const [member, article] = [await aKnownMember(), await anArticle()]
    const post = (text: string) => postComment(member, input({ articleId: article.id, text }), sender)
    expect(await post(' \n ')).toMatchObject({ refusal: 'empty' })
    expect(await post('a'.repeat(5001))).toMatchObject({ refusal: 'too-long' })
    expect(await post('https://example.org '.repeat(mostLinks + 1))).toMatchObject({ refusal: 'too-many-links' })
    expect(await post('https://example.org '.repeat(mostLinks))).toMatchObject({ ok: true })
  })
})

test('characters that Postgres cannot keep are left out, and the rest is posted', async () => {
  const [member, article] = [await aKnownMember(), await anArticle()]
  const outcome = await postComment(member, input({ articleId: article.id, text: 'a\0b\ud800c\r\nd' }), sender)
  expect(outcome.ok).toBe(true)
  expect((await listThread(article.id, 1))[0]?.text).toBe('ab\ufffdc\nd')
})

test('a visible comment invalidates its article’s comments in the same transaction; a held one nothing', async () => {
  const [article, member] = [await anArticle(), await aKnownMember()]
  const invalidated = async () =>
    (await db.select().from(cacheInvalidation)).filter(({ tags }) => tags.includes(`comments:${article.id}`))
  await postComment(await aMember(), input({ articleId: article.id }), sender)
  expect(await invalidated()).toEqual([])
  await postComment(member, input({ articleId: article.id }), sender)
  expect(await invalidated()).toMatchObject([{ urgency: 'now' }])
})

describe('the confirmation code', () => {
  const link = 'See https://example.org for it.'
  const asGuest = async (articleId: string, fields: Record<string, unknown>) =>
    postComment(stranger, input({ articleId, ...guest, ...fields }), sender)

  test('is asked of a new member who posts a link, and of nobody who is known', async () => {
    const [article, newcomer, known] = [await anArticle(), await aKnownMember(new Date()), await aKnownMember()]
    const post = (who: typeof known, fields = {}) =>
      postComment(who, input({ articleId: article.id, text: link, ...fields }), sender)

    expect(await post(newcomer)).toMatchObject({ refusal: 'code-asked' })
    expect(await post(newcomer, { ...(await aCode()), code: 'NNNNN' })).toMatchObject({ refusal: 'wrong-code' })
    expect((await post(newcomer, await aCode())).ok).toBe(true)
    expect((await post(known)).ok).toBe(true)
    expect((await post(await aMember({ rank: 'moderator' }))).ok).toBe(true)
  })

  test('is asked of a member who posts a lot, or of whom a lot was hidden', async () => {
    const article = await anArticle()
    const [busy, rude] = [await aKnownMember(), await aKnownMember()]
    for (let nth = 0; nth < 7; nth++) await aComment({ memberId: busy.id, articleId: article.id })
    for (let nth = 0; nth < 3; nth++) await aComment({ memberId: rude.id, articleId: article.id })
    await db.update(comment).set({ standing: 'hidden', hiddenBecause: 'spam' }).where(eq(comment.memberId, rude.id))

    for (const person of [busy, rude])
      expect(await postComment(person, input({ articleId: article.id }), sender)).toMatchObject({
        refusal: 'code-asked',
      })
  })

  test('is shown in the form of whoever is asked for it, once the typed text asks', async () => {
    const [article, newcomer] = [await anArticle(), await aKnownMember(new Date())]
    const draft = await keepDraft({
      ...{ articleId: article.id, parentId: null, name: '', email: '', text: link },
      ...{ refusal: 'code-asked', isPreview: false },
    })
    expect(await isCodeShown(stranger, undefined)).toBe(true)
    expect(await isCodeShown(newcomer, undefined)).toBe(false)
    expect(await isCodeShown(newcomer, draft)).toBe(true)
    expect(await isCodeShown({ ...newcomer, sanction: 'mute' }, draft)).toBe(false)
  })

  test('lets one of two texts through that are sent with it at once', async () => {
    const [article, code] = [await anArticle(), await aCode()]
    const outcomes = await Promise.all(
      ['One text.', 'Another text.'].map((text) => asGuest(article.id, { ...code, text })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'wrong-code' })
    expect(await db.$count(comment, eq(comment.articleId, article.id))).toBe(1)
  })

  test('is good once, and for ten minutes', async () => {
    const [article, used, old] = [await anArticle(), await aCode(), await aCode()]
    expect((await asGuest(article.id, used)).ok).toBe(true)
    expect(await asGuest(article.id, { ...used, text: 'Again.' })).toMatchObject({ refusal: 'wrong-code' })
    const later = new Date(Date.now() + 11 * 60_000)
    const late = input({ articleId: article.id, ...guest, ...old, text: 'Late.' })
    expect(await postComment(stranger, late, sender, later)).toMatchObject({ refusal: 'wrong-code' })
  })

  test('is gone after one guess, and a neighbourhood has few guesses', async () => {
    const [article, { codeId, code }] = [await anArticle(), await aCode()]
    const wrong = code === 'AAAAA' ? 'CCCCC' : 'AAAAA'
    expect(await asGuest(article.id, { codeId, code: wrong })).toMatchObject({ refusal: 'wrong-code' })
    expect(await asGuest(article.id, { codeId, code })).toMatchObject({ refusal: 'wrong-code' })

    const taken = []
    for (let guess = 0; guess < 5; guess++) taken.push((await takeFrom('comment-guest', 'guessers')).ok)
    expect(taken).toEqual([true, true, true, false, false])
  })
})

test('a guest takes no name of the newsroom, of a member, or made of signs', async () => {
  const article = await anArticle()
  await changeName(await aMember(), 'Paul Ibsen')
  const post = async (name: string) =>
    postComment(stranger, input({ articleId: article.id, ...guest, name, ...(await aCode()) }), sender)

  for (const name of ['Moderator', 'Adm1n', 'Rnoderator', 'Courant'])
    expect([name, await post(name)]).toMatchObject([name, { refusal: 'name-reserved' }])
  expect(await post('PauI Ibsen')).toMatchObject({ refusal: 'name-taken' })
  for (const name of ['An\u200bna', '\u202eannA', 'Z\u0335\u0336\u0337algo', 'X'])
    expect(await post(name)).toMatchObject({ refusal: 'name-needed' })
  expect((await post('  Paula   Ibsen ')).ok).toBe(true)
})
