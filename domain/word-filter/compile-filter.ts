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
  const automaton = buildAutomaton(words)

  function search(text: FoldedText, found: (match: Match<Source>) => void) {
    return automaton.scan(text.kinds, (word, end) => {
      for (const { term, source } of alikes[word] ?? []) {
        const start = end - term.units.length
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

/** Whether no letter of a longer word stands beside it, or the term allows that. */
function isWord({ units, gapBefore, isSign }: FoldedText, start: number, end: number, { isOpenAt }: Term) {
  const begins = isOpenAt.start || gapBefore[start] !== gaps.none || isSign[start - 1] === 1
  return begins && (isOpenAt.end || end === units.length || gapBefore[end] !== gaps.none || isSign[end] === 1)
}

/**
 * Whether the units are the term's, and drawn apart as a whole or not at all: `s p a m` and `s.pam`, not `as Pam`. Signs
 * and digits in the place of letters are at most half of it: the A55 is a road.
 */
function isMeant({ units, gapBefore }: FoldedText, start: number, term: Term) {
  let standIns = 0
  let glued = 0
  let joints = 0
  let aparts = 0
  for (let nth = 0; nth < term.units.length; nth++) {
    const unit = units[start + nth] as number
    const wanted = term.units.charCodeAt(nth)
    if (unit !== wanted) {
      if (!reads(unit, wanted)) return false
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
