import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import {
  deleteTerms,
  insertTerms,
  insertWordList,
  listWordListsToChange,
  updateWordList,
  type WordList,
} from '@/db/queries/word-lists'
import { findLastTrial } from '@/db/queries/word-trials'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import { type modeInput, mostTerms, type newListInput, type termsInput } from './word-list-input'

export function mayChangeFilter(actor: Actor): actor is MemberActor {
  return actor.id !== null && may(actor, 'filter.change')
}

/** Makes a list of terms, which does nothing yet. */
export async function addList(actor: Actor, { name, level, terms }: z.infer<typeof newListInput>, now = new Date()) {
  if (!mayChangeFilter(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const lists = await listWordListsToChange(tx)
    if (lists.some((one) => one.name.toLowerCase() === name.toLowerCase())) return refuse('name-taken')
    if (!hasRoom(lists, terms)) return refuse('too-many-terms')
    const { id } = await insertWordList({ name, level, terms: terms.length, changedAt: now, createdAt: now }, tx)
    await insertTerms(id, terms, tx)
    await tell(actor, { after: { ...asTold({ id, name, level }), mode: 'off', ...told('added', terms) } }, now, tx)
    return done({ id })
  })
}

/** Puts terms into a list. Those that are there already stay. */
export async function addTerms(actor: Actor, { listId, terms }: z.infer<typeof termsInput>, now = new Date()) {
  return changeTerms(actor, listId, now, async (list, lists, tx) => {
    if (!hasRoom(lists, terms)) return refuse('too-many-terms')
    const added = await insertTerms(list.id, terms, tx)
    return done({ terms: list.terms + added, after: told('added', terms, added) })
  })
}

/** Takes terms out of a list. Those that are not there are not missed. */
export async function removeTerms(actor: Actor, { listId, terms }: z.infer<typeof termsInput>, now = new Date()) {
  return changeTerms(actor, listId, now, async (list, _, tx) => {
    const removed = await deleteTerms(list.id, terms, tx)
    if (removed === 0) return refuse('no-such-terms')
    return done({ terms: list.terms - removed, after: told('removed', terms, removed) })
  })
}

/**
 * Switches a list off, on, or to be a shadow, which notes what it would do. On it goes only as it was tried, so that
 * nobody is surprised by what it holds.
 */
export async function setMode(
  actor: Actor,
  { listId, mode, seenVersion }: z.infer<typeof modeInput>,
  now = new Date(),
) {
  if (!mayChangeFilter(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const list = (await listWordListsToChange(tx)).find(({ id }) => id === listId)
    if (!list) return refuse('no-such-list')
    if (list.version !== seenVersion || list.mode === mode) return refuse('already-changed')
    if (mode === 'on') {
      const trial = await findLastTrial(listId, tx)
      if (!trial?.doneAt || trial.version !== list.version) return refuse('not-tried')
    }
    await updateWordList(listId, { mode, changedAt: now }, tx)
    await tell(actor, { before: { ...asTold(list), mode: list.mode }, after: { ...asTold(list), mode } }, now, tx)
    return done({ id: listId })
  })
}

type Changed =
  | ReturnType<typeof refuse<'too-many-terms' | 'no-such-terms'>>
  | { ok: true; value: { terms: number; after: Record<string, unknown> } }

async function changeTerms(
  actor: Actor,
  listId: string,
  now: Date,
  change: (list: WordList, lists: WordList[], tx: Tx) => Promise<Changed>,
) {
  if (!mayChangeFilter(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const lists = await listWordListsToChange(tx)
    const list = lists.find(({ id }) => id === listId)
    if (!list) return refuse('no-such-list')
    const changed = await change(list, lists, tx)
    if (!changed.ok) return changed
    const { terms, after } = changed.value
    if (terms === list.terms) return done({ id: listId })
    await updateWordList(listId, { terms, version: list.version + 1, changedAt: now }, tx)
    await tell(actor, { before: { terms: list.terms }, after: { ...asTold(list), terms, ...after } }, now, tx)
    return done({ id: listId })
  })
}

const hasRoom = (lists: WordList[], more: string[]) =>
  lists.reduce((sum, { terms }) => sum + terms, more.length) <= mostTerms

/** The log names some terms of a long list, and how many there were. */
const mostTold = 100

const told = (what: 'added' | 'removed', terms: string[], n = terms.length) => ({
  [what]: n,
  among: terms.slice(0, mostTold),
})

const asTold = ({ id, name, level }: Pick<WordList, 'id' | 'name' | 'level'>) => ({ listId: id, list: name, level })

type Told = { before?: Record<string, unknown>; after: Record<string, unknown> }

export async function tell(actor: MemberActor, { before = {}, after }: Told, now: Date, tx: Tx) {
  const who = { actorId: actor.id, actorRank: actor.rank }
  await insertDecision({ kind: 'change-filter', ...who, before, after, createdAt: now }, tx)
}
