import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listTermsOf, listWordLists } from '@/db/queries/word-lists'
import { decision } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, ranks, stranger } from '../actor'
import { addList, addTerms, removeTerms, setMode } from './change-list'
import { aList, find } from './testing/a-list'
import { startTrial, tryList } from './try-list'
import { newListInput, termsInput } from './word-list-input'

const moderator = () => aMember({ rank: 'moderator' })
const termsOf = (id: string) => listTermsOf(id, { limit: 100, offset: 0 })
const logged = (listId: string) =>
  db
    .select()
    .from(decision)
    .where(sql`${decision.kind} = 'change-filter' and ${decision.after}->>'listId' = ${listId}`)
    .orderBy(desc(decision.createdAt), desc(decision.id))

const acts: Record<string, (actor: Actor) => Promise<{ ok: boolean }>> = {
  'make a list': (actor) => addList(actor, { name: newId(), level: 'suspect', terms: ['spam'] }),
  'add terms': async (actor) => addTerms(actor, { listId: (await aList()).id, terms: ['eggs'] }),
  'take terms out': async (actor) => removeTerms(actor, { listId: (await aList()).id, terms: ['spam'] }),
  'switch a list': async (actor) => setMode(actor, { listId: (await aList()).id, mode: 'shadow', seenVersion: 1 }),
  'try a list': async (actor) => startTrial(actor, { listId: (await aList()).id }),
}

test.each(Object.entries(acts))('moderators and admins may %s; nobody else, and nothing is logged', async (_, act) => {
  for (const rank of ranks) {
    const actor = await aMember({ rank })
    const may = rank === 'moderator' || rank === 'admin'
    expect([rank, await act(actor)]).toMatchObject([rank, may ? { ok: true } : { refusal: 'not-allowed' }])
    const lines = await db.$count(decision, eq(decision.actorId, actor.id))
    expect([rank, lines]).toEqual([rank, may ? 1 : 0])
  }
  expect(await act(stranger)).toMatchObject({ refusal: 'not-allowed' })
  expect(await act({ ...(await moderator()), sanction: 'ban' })).toMatchObject({ refusal: 'not-allowed' })
})

test('a list begins as off, with each of its lines once, and the log says who made it', async () => {
  const [name, actor] = [`List ${newId()}`, await moderator()]
  const text = '\ufeff# from a colleague\r\nspam\n\n  eggs* \nspam\nbuy  now'
  const input = newListInput.parse({ name, level: 'banned', terms: text })
  const made = await addList(actor, input)
  if (!made.ok) throw new Error(made.refusal)
  expect(await find(made.value.id)).toMatchObject({ name, level: 'banned', mode: 'off', terms: 3, version: 1 })
  expect(await termsOf(made.value.id)).toEqual(['buy now', 'eggs*', 'spam'])
  expect(await logged(made.value.id)).toMatchObject([
    { actorId: actor.id, actorRank: 'moderator', after: { list: name, level: 'banned', mode: 'off', added: 3 } },
  ])
  expect(await addList(actor, { ...input, name: name.toUpperCase() })).toMatchObject({ refusal: 'name-taken' })
})

test('lines that are no terms are named, and nothing is taken in', () => {
  const read = termsInput.safeParse({ listId: newId(), terms: `spam\nx\ns*m\n${'y'.repeat(101)}\n*ab*` })
  const [said] = read.error?.issues ?? []
  for (const part of ['line 2', '“x”', 'line 3', 'star', 'line 4', 'line 5']) expect(said?.message).toContain(part)
  expect(termsInput.safeParse({ listId: newId(), terms: '# nothing\n' }).success).toBe(false)
})

test('terms are put in and taken out, each change a new version and a line of the log', async () => {
  const { id, terms } = await aList({ terms: ['spam'] })
  const actor = await moderator()
  await addTerms(actor, { listId: id, terms: ['spam', 'eggs', 'ham'] })
  expect(await find(id)).toMatchObject({ terms: terms + 2, version: 2 })
  await removeTerms(actor, { listId: id, terms: ['eggs', 'nothing'] })
  expect(await find(id)).toMatchObject({ terms: terms + 1, version: 3 })
  expect(await termsOf(id)).toEqual(['ham', 'spam'])
  expect(await logged(id)).toMatchObject([
    { before: { terms: 3 }, after: { removed: 1, terms: 2 } },
    { before: { terms: 1 }, after: { added: 2, terms: 3 } },
  ])
  expect(await addTerms(actor, { listId: id, terms: ['ham'] })).toMatchObject({ ok: true })
  expect(await find(id)).toMatchObject({ version: 3 })
  expect(await removeTerms(actor, { listId: id, terms: ['eggs'] })).toMatchObject({ refusal: 'no-such-terms' })
  expect(await addTerms(actor, { listId: newId(), terms: ['ham'] })).toMatchObject({ refusal: 'no-such-list' })
})

test('two moderators who add the same term at once add it once', async () => {
  const { id } = await aList()
  const both = [await moderator(), await moderator()].map((actor) => addTerms(actor, { listId: id, terms: ['eggs'] }))
  await Promise.all(both)
  expect(await find(id)).toMatchObject({ terms: 2, version: 2 })
})

test('all lists together have fifty thousand terms and no more', async () => {
  const used = (await listWordLists()).reduce((sum, { terms }) => sum + terms, 0)
  const many = Array.from({ length: 50_000 - used }, (_, nth) => `term${nth.toString(36)}`)
  const { id } = await aList({ terms: many })
  expect(await addTerms(await moderator(), { listId: id, terms: ['one more'] })).toMatchObject({
    refusal: 'too-many-terms',
  })
  expect(await removeTerms(await moderator(), { listId: id, terms: many })).toMatchObject({ ok: true })
}, 30_000)

test('a list goes on only as it was tried, and to be a shadow without', async () => {
  const { id } = await aList()
  const actor = await moderator()
  const on = async () => setMode(actor, { listId: id, mode: 'on', seenVersion: (await find(id))?.version ?? 0 })
  const tried = async () => {
    await startTrial(actor, { listId: id })
    const { trial } = await find(id)
    await tryList({ trialId: trial?.id ?? '' })
  }
  expect(await on()).toMatchObject({ refusal: 'not-tried' })
  await startTrial(actor, { listId: id })
  expect(await on()).toMatchObject({ refusal: 'not-tried' })
  expect(await startTrial(actor, { listId: id })).toMatchObject({ refusal: 'already-trying' })
  await tryList({ trialId: (await find(id)).trial?.id ?? '' })
  await addTerms(actor, { listId: id, terms: ['eggs'] })
  expect(await on()).toMatchObject({ refusal: 'not-tried' })
  expect(await setMode(actor, { listId: id, mode: 'shadow', seenVersion: 1 })).toMatchObject({
    refusal: 'already-changed',
  })
  expect(await setMode(actor, { listId: id, mode: 'shadow', seenVersion: 2 })).toMatchObject({ ok: true })
  await tried()
  expect(await on()).toMatchObject({ ok: true })
  expect(await find(id)).toMatchObject({ mode: 'on' })
  expect(await on()).toMatchObject({ refusal: 'already-changed' })
  expect((await logged(id))[0]).toMatchObject({ before: { mode: 'shadow' }, after: { mode: 'on' } })
})
