import { compileFilter } from '@/domain/word-filter/compile-filter'
import { mostTerms } from '@/domain/word-filter/word-list-input'
import type { Part } from './part'
import type { Chapter, Finding } from './report'
import { median, percentile } from './statistics'
import { count, megabytes, milliseconds } from './words'

export const filter: Part = { name: 'filter', title: 'The word filter', measure: async () => measureFilter() }

const length = 5000
const [warmUp, rounds] = [50, 200]
const aim = 2

const syllables = 'ba ke lo mi nu ra st ti ve zo an er in ou pl gr sch mon den ler'.split(' ')

/** What no word of the texts ends with. */
const ending = 'qui'

/**
 * As many terms as a paper may have, made of syllables as words are, and texts that are made of the same: their words
 * begin as terms do and end otherwise.
 */
function measureFilter(): Chapter {
  const draw = drawing()
  const word = () => Array.from({ length: 2 + draw(4) }, () => syllables[draw(syllables.length)]).join('')
  const terms = new Set<string>()
  while (terms.size < mostTerms) terms.add(`${word()}${draw(3) ? '' : ` ${word()}`}${ending}${draw(5) ? '' : '*'}`)
  const [before, began] = [process.memoryUsage(), performance.now()]
  const compiled = compileFilter([...terms].map((term) => ({ term })))
  const took = performance.now() - began
  const after = process.memoryUsage()
  const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  const of = (some: () => string) => Array.from({ length }, some).join(' ').slice(0, length)
  const texts = {
    'Words of the same syllables': of(word),
    'The same without spaces': of(word).replaceAll(' ', '').padEnd(length, 'ba'),
    'The same letter by letter': [...of(word).replaceAll(' ', '')].join(' ').slice(0, length),
    'The beginning of a term again and again': ([...terms][0] ?? '').slice(0, -1).repeat(length).slice(0, length),
    'Signs in the place of letters': '@!$'.repeat(length).slice(0, length),
    'Accents one on the other': `a${'\u0301'.repeat(length - 1)}`,
  }
  return {
    title: 'The word filter',
    about: `${count(mostTerms)} terms are compiled once; then each text of ${count(length)} characters is looked through ${rounds} times.`,
    findings: [
      { what: 'Compiling', measured: `${milliseconds(took)}, ${count(compiled.nodes)} nodes, ${megabytes(held)}` },
      ...Object.entries(texts).map(([what, text]) => look(compiled, what, text)),
    ],
    notes: [],
  }
}

function look({ match }: ReturnType<typeof compileFilter>, what: string, text: string): Finding {
  for (let round = 0; round < warmUp; round++) match(text)
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now()
    match(text)
    return performance.now() - began
  })
  const middle = median(times)
  return {
    what,
    measured: `${milliseconds(middle)}, 99 of 100 within ${milliseconds(percentile(times, 0.99))}`,
    promised: `median below ${milliseconds(aim)}`,
    holds: middle < aim,
  }
}

/** Numbers that look drawn and are the same in each run. */
function drawing() {
  let state = 7
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}
