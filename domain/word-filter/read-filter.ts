import type { Db } from '@/db/client'
import { listTerms, listWordLists, type WordList } from '@/db/queries/word-lists'
import { type CompiledFilter, compileFilter } from './compile-filter'
import { type MatchedWord, mostMatchedWords } from './matched-word'
import { mostTerms } from './word-list-input'

/** What one list found in a text. */
export type Filtered = Pick<WordList, 'level' | 'mode'> & { listId: string; list: string; words: MatchedWord[] }

type Source = { listId: string; term: string }

/** What was compiled last in this process. Which lists it is of, and in which version, is asked for each text. */
let last: { key: string; filter: CompiledFilter<Source> } | undefined

/** What the lists that are on or a shadow find in a text, as they stand at this moment on every node. */
export async function filterText(text: string, on: Db): Promise<Filtered[]> {
  const lists = (await listWordLists(on)).filter(({ mode }) => mode !== 'off')
  if (lists.length === 0) return []
  const words = wordsByList(await compiled(lists, on), text)
  return lists.flatMap(({ id, name, level, mode }) => {
    const found = words.get(id)
    return found ? [{ listId: id, list: name, level, mode, words: found }] : []
  })
}

/** A filter of some lists, for a search of its own. */
export async function compileLists(listIds: string[], on: Db): Promise<CompiledFilter<Source>> {
  return compileFilter(await listTerms(listIds, mostTerms, on))
}

/** What is found in a text, by list, some of each. */
export function wordsByList(filter: CompiledFilter<Source>, text: string) {
  const byList = new Map<string, MatchedWord[]>()
  for (const { source, start, end } of filter.match(text)) {
    const words = byList.get(source.listId) ?? []
    if (words.length < mostMatchedWords) words.push({ term: source.term, start, end })
    byList.set(source.listId, words)
  }
  return byList
}

async function compiled(lists: WordList[], on: Db) {
  const key = JSON.stringify(lists.map(({ id, version }) => [id, version]))
  if (last?.key === key) return last.filter
  const filter = await compileLists(
    lists.map(({ id }) => id),
    on,
  )
  last = { key, filter }
  return filter
}
