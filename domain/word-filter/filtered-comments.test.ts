import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findDeskComment } from '@/db/queries/desk-comments'
import { countFoundBy, listShadowFinds } from '@/db/queries/word-lists'
import { comment, member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import type { Actor } from '../actor'
import { commentInput } from '../comment/comment-input'
import { editComment } from '../comment/edit-comment'
import { postComment } from '../comment/post-comment'
import { addTerms, setMode } from './change-list'
import { aList, find } from './testing/a-list'

// Comments that are posted while lists of the filter are on, and how they stand. Each test has terms of its own.

const sender = { visitorKey: 'a-visitor', addressHash: 'an-address' }

/** A word that nobody else writes. */
const aWord = () =>
  `w${newId()
    .replaceAll('-', '')
    .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`

async function aKnownMember() {
  const known = await aMember()
  await db
    .update(member)
    .set({ createdAt: new Date('2020-01-01') })
    .where(eq(member.id, known.id))
  await aComment({ memberId: known.id })
  return known
}

async function post(actor: Actor, text: string) {
  const articleId = (await anArticle()).id
  return postComment(actor, commentInput.parse({ text, articleId }), sender)
}

async function posted(actor: Actor, text: string) {
  const outcome = await post(actor, text)
  if (!outcome.ok) throw new Error(outcome.refusal)
  const stored = await findDeskComment(outcome.value.id)
  if (!stored) throw new Error('nothing was stored')
  return stored
}

test('a comment with a suspect term is held, and the finding says what was typed where', async () => {
  const word = aWord()
  const list = await aList({ terms: [word], mode: 'on' })
  const text = `So *${word.toUpperCase()}* it is.`
  expect(await posted(await aKnownMember(), text)).toMatchObject({
    standing: 'held',
    heldBecause: 'word',
    findings: [
      { because: 'word', listId: list.id, list: list.name, words: [{ term: word, start: 4, end: 4 + word.length }] },
    ],
  })
  expect(await countFoundBy(list.id, false)).toBe(1)
  expect(await countFoundBy(list.id, true)).toBe(0)
})

test('a comment with a banned term is refused, new or changed, and nothing of it is stored', async () => {
  const word = aWord()
  await aList({ terms: [word], mode: 'on', level: 'banned' })
  const writer = await aKnownMember()
  expect(await post(writer, `So ${word} it is.`)).toEqual({ ok: false, refusal: 'banned-words' })
  const harmless = await posted(writer, `So ${aWord()} it is.`)
  const edit = { commentId: harmless.id, text: `So ${[...word].join(' ')} it is.` }
  expect(await editComment(writer, edit, sender)).toEqual({ ok: false, refusal: 'banned-words' })
  const [stored] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(comment)
    .where(sql`${comment.text} like ${`%${word}%`}`)
  expect(stored).toEqual({ n: 0 })
})

test.each(['suspect', 'banned'] as const)(
  'a list of %s terms that is a shadow holds nothing, and notes it',
  async (level) => {
    const word = aWord()
    const list = await aList({ terms: [word], mode: 'shadow', level })
    const stored = await posted(await aKnownMember(), `So ${word} it is.`)
    expect(stored).toMatchObject({ standing: 'visible', heldBecause: null })
    expect(stored.findings).toMatchObject([{ because: 'word', shadow: true, listId: list.id }])
    expect(await countFoundBy(list.id, true)).toBe(1)
    expect(await countFoundBy(list.id, false)).toBe(0)
    expect(await listShadowFinds(list.id, { limit: 10, offset: 0 })).toMatchObject([{ id: stored.id }])
  },
)

test('what goes on waiting after its author took the term out names it, and marks nothing in the other text', async () => {
  const word = aWord()
  await aList({ terms: [word], mode: 'on' })
  const writer = await aKnownMember()
  const held = await posted(writer, `So ${word} it is.`)
  await editComment(writer, { commentId: held.id, text: `So it is, ${newId()}.` }, sender)
  expect(await findDeskComment(held.id)).toMatchObject({
    standing: 'held',
    findings: [{ because: 'word', words: [{ term: word, start: 0, end: 0 }] }],
  })
})

test('a list that is off finds nothing, and what the newsroom itself writes is not filtered', async () => {
  const [off, banned] = [aWord(), aWord()]
  await aList({ terms: [off] })
  await aList({ terms: [banned], mode: 'on', level: 'banned' })
  expect(await posted(await aKnownMember(), `So ${off} it is.`)).toMatchObject({ standing: 'visible', findings: [] })
  expect(await posted(await aMember({ rank: 'moderator' }), `So ${banned} it is.`)).toMatchObject({
    standing: 'visible',
    findings: [],
  })
})

test('a changed list holds from the next comment on, on every node: each asks for its version', async () => {
  const [word, more] = [aWord(), aWord()]
  const list = await aList({ terms: [word], mode: 'on' })
  const [writer, moderator] = [await aKnownMember(), await aMember({ rank: 'moderator' })]
  const held = async (one: string) => (await posted(writer, `${one} it is, ${newId()}.`)).heldBecause
  expect([await held(word), await held(more)]).toEqual(['word', null])
  await addTerms(moderator, { listId: list.id, terms: [more] })
  expect([await held(word), await held(more)]).toEqual(['word', 'word'])
  await setMode(moderator, { listId: list.id, mode: 'off', seenVersion: (await find(list.id)).version })
  expect([await held(word), await held(more)]).toEqual([null, null])
})
