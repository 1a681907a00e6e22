import { gaps } from './fold-sign'
import { foldText } from './fold-text'
import { kindOf } from './readings'

export const longestTerm = 100

/** A line of a list, as the filter searches for it. */
export type Term = {
  /** By kind, for the automaton. Several terms may share one. */
  kinds: string
  units: string
  /** Before which units there must be a gap, for a space in the term, or may be one, for another sign. */
  breaks: ReadonlyMap<number, 'needed' | 'allowed'>
  /** Whether letters may stand before and after it. */
  isOpenAt: { start: boolean; end: boolean }
}

/** Scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

export type TermFault = 'too-short' | 'too-long' | 'star-inside'

/**
 * Reads a term. `spam` is the whole word, `spam*` what begins with it, `*spam` what ends with it, `*spam*` all that has
 * it. A space stands for any gap.
 */
export function readTerm(line: string): Term | TermFault {
  const [, before, bare = '', after] = /^(\*?)(.*?)(\*?)$/su.exec(line.trim()) ?? []
  const word = bare.trim()
  if (word.includes('*')) return 'star-inside'
  if (word.length > longestTerm) return 'too-long'
  const { units, gapBefore, from, to } = foldText(word.toLowerCase())
  const isOpenAt = {
    start: before === '*' || unspaced.test(word.slice(from[0] ?? 0, to[0])),
    end: after === '*' || unspaced.test(word.slice(from.at(-1) ?? 0, to.at(-1))),
  }
  const isFree = before === '*' || after === '*'
  if (units.length < (isFree ? 3 : isOpenAt.start ? 1 : 2)) return 'too-short'
  return {
    kinds: String.fromCharCode(...units.map(kindOf)),
    units: String.fromCharCode(...units),
    breaks: breaksOf(gapBefore, (nth) => word.slice(to[nth - 1], from[nth])),
    isOpenAt,
  }
}

const unbroken: Term['breaks'] = new Map()

function breaksOf(gapBefore: Uint8Array, between: (nth: number) => string): Term['breaks'] {
  const broken = [...gapBefore.keys()].filter((nth) => nth > 0 && gapBefore[nth] !== gaps.none)
  if (broken.length === 0) return unbroken
  return new Map(broken.map((nth) => [nth, /\s/.test(between(nth)) ? 'needed' : 'allowed']))
}
