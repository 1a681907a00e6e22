import { transact } from '@/db/invalidate'
import { insertTerms, insertWordList, listWordLists } from '@/db/queries/word-lists'
import { findLastTrial } from '@/db/queries/word-trials'
import { newId } from '@/lib/new-id'
import type { Mode } from '../word-list-input'

type Wish = { terms?: string[]; level?: 'suspect' | 'banned'; mode?: Mode }

/** A list of terms as the acts would have left it. */
export async function aList({ terms = ['spam'], level = 'suspect', mode = 'off' }: Wish = {}) {
  return transact(async (tx) => {
    const name = `List ${newId()}`
    const { id } = await insertWordList({ name, level, mode, terms: terms.length }, tx)
    await insertTerms(id, terms, tx)
    return { id, name, terms: terms.length }
  })
}

/** A list as it stands, with its latest trial. */
export async function find(id: string) {
  const list = (await listWordLists()).find((one) => one.id === id)
  if (!list) throw new Error('no such list')
  return { ...list, trial: await findLastTrial(id) }
}
