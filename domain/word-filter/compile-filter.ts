import { buildAutomaton } from '@/lib/aho-corasick'
import { gaps } from './fold-sign'
import { type FoldedText, foldText, hasSigns } from './fold-text'
import { isStandIn, reads } from './readings'
import { readTerm, type Term } from './term'

/** A term in a text: which, and where, in code units of the text as it was typed. */
export type Match<Source> = { source: Source; start: number; end: number }

export type CompiledFilter<Source> = {
  nodes: number
  match(text: string): Match<Source>[]
  /** The same for a test: how many steps it takes. */
  steps(text: string): number
}

/** What is searched for. Lines that are no terms are left out: the desk takes none. */
export function compileFilter<Source extends { term: string }>(sources: readonly Source[]): CompiledFilter<Source> {
  const byKinds = new Map<string, { term: Term; source: Source }[]>()
  for (const source of sources) {
    const term = readTerm(source.term)
    if (typeof term === 'string') continue
    const alike = byKinds.get(term.kinds)
    if (alike) alike.push({ term, source })
    else byKinds.set(term.kinds, [{ term, source }])
  }
  const words = [...byKinds.keys()].sort()
  const alikes = words.map((kinds) => byKinds.get(kinds) ?? [])
  const automaton = buildAutomaton(beginnings(words))

  /** Of which words any term may begin within another word: the others are not looked at there. */
  const isOpen = Uint8Array.from(alikes, (alike) => (alike.some(({ term }) => term.isOpenAt.start) ? 1 : 0))

  function search(text: FoldedText, found: (match: Match<Source>) => void) {
    return automaton.scan(text.kinds, (word, start) => {
      if (isOpen[word] === 0 && !mayBegin(text, start)) return
      for (const { term, source } of alikes[word] ?? []) {
        const end = start + term.units.length
        if (!isWord(text, start, end, term) || !isMeant(text, start, term)) continue
        found({ source, start: text.from[start] as number, end: text.to[end - 1] as number })
      }
    })
  }

  function readBothWays(text: string, found: (match: Match<Source>) => void) {
    const folded = foldText(text)
    const steps = search(folded, found)
    return hasSigns(folded) ? steps + search(foldText(text, 'gaps'), found) : steps
  }

  return {
    nodes: automaton.nodes,
    match(text) {
      const matches: Match<Source>[] = []
      readBothWays(text, (match) => matches.push(match))
      return once(matches)
    },
    steps: (text) => readBothWays(text, () => {}),
  }
}

const leastBeginning = 4

/**
 * Of each word as much as tells it from all others, and what follows is compared where that is found: the automaton is a
 * fifth of what it would be, and stays near the processor.
 */
function beginnings(words: readonly string[]) {
  return words.map((word, nth) => {
    const shared = Math.max(sharedBy(word, words[nth - 1] ?? ''), sharedBy(word, words[nth + 1] ?? ''))
    return word.slice(0, Math.max(leastBeginning, shared + 1))
  })
}

function sharedBy(one: string, other: string) {
  let length = 0
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length
}

/** Whether no letter of a longer word stands beside it, or the term allows that. */
function isWord(text: FoldedText, start: number, end: number, { isOpenAt }: Term) {
  const { units, gapBefore, isSign } = text
  if (end > units.length || !(isOpenAt.start || mayBegin(text, start))) return false
  return isOpenAt.end || end === units.length || gapBefore[end] !== gaps.none || isSign[end] === 1
}

const mayBegin = ({ gapBefore, isSign }: FoldedText, start: number) =>
  gapBefore[start] !== gaps.none || isSign[start - 1] === 1

/**
 * Whether the units are the term's, and drawn apart as a whole or not at all: `s p a m` and `s.pam`, not `as Pam`. Signs
 * and digits in the place of letters are at most half of it: the A55 is a road.
 */
function isMeant({ units, kinds, gapBefore }: FoldedText, start: number, term: Term) {
  let standIns = 0
  let glued = 0
  let joints = 0
  let aparts = 0
  for (let nth = 0; nth < term.units.length; nth++) {
    const unit = units[start + nth] as number
    const wanted = term.units.charCodeAt(nth)
    if (unit !== wanted) {
      if (kinds[start + nth] !== term.kinds.charCodeAt(nth) || !reads(unit, wanted)) return false
      if (isStandIn(unit)) standIns++
    }
    if (nth === 0) continue
    const gap = gapBefore[start + nth]
    const between = term.breaks.get(nth)
    if (between === 'needed' && gap === gaps.none) return false
    if (between !== undefined && gap !== gaps.none) continue
    if (gap === gaps.none) glued++
    else if (gap === gaps.joint) joints++
    else aparts++
  }
  const length = term.units.length
  if (standIns * 2 > length) return false
  if (joints + aparts === 0) return true
  return glued === 0 ? length > 2 : aparts === 0 && length > 3
}

/** Both ways of reading find most of it. */
function once<Source>(matches: Match<Source>[]) {
  const seen = new Map<Source, Set<number>>()
  return matches
    .filter(({ source, start }) => {
      const starts = seen.get(source) ?? new Set()
      seen.set(source, starts)
      return !starts.has(start) && starts.add(start)
    })
    .sort((one, other) => one.start - other.start || other.end - one.end)
}
