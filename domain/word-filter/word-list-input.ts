import { z } from 'zod'
import { filterWords } from '@/lib/words/filter'
import { readTerm, type TermFault } from './term'

const words = filterWords.faults

/** In all lists of a paper together. */
export const mostTerms = 50_000

/** Of a pasted or uploaded list, in code units. */
export const longestPaste = 1_000_000

export const levels = ['suspect', 'banned'] as const
export const modes = ['off', 'shadow', 'on'] as const

export type Mode = (typeof modes)[number]

const name = z
  .string({ error: words.name })
  .transform((text) => text.toWellFormed().replace(/\s+/g, ' ').replaceAll('\0', '').trim())
  .pipe(z.string().min(2, { error: words.name }).max(60, { error: words.name }))

export type LineFault = { line: number; text: string; fault: TermFault }

/**
 * The terms of a text file, one a line. Empty lines and those that begin with `#` are left out; so is what is there
 * twice. Faults name their lines.
 */
export function readLines(text: string) {
  const terms = new Set<string>()
  const faults: LineFault[] = []
  for (const [nth, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const term = line.toWellFormed().replaceAll('\0', '').trim().replace(/\s+/g, ' ')
    if (term === '' || term.startsWith('#')) continue
    const read = readTerm(term)
    if (typeof read === 'string') faults.push({ line: nth + 1, text: term.slice(0, 60), fault: read })
    else terms.add(term)
  }
  return { terms: [...terms], faults }
}

const mostNamed = 5

const terms = z
  .string({ error: words.terms })
  .max(longestPaste, { error: words.tooLong })
  .transform((text, context) => {
    const { terms, faults } = readLines(text)
    if (faults.length > 0) {
      const named = faults
        .slice(0, mostNamed)
        .map(({ line, text, fault }) => words.line(line, text, words.ofTerm[fault]))
      context.addIssue({ code: 'custom', message: words.lines(named, faults.length - named.length) })
      return z.NEVER
    }
    if (terms.length === 0) {
      context.addIssue({ code: 'custom', message: words.terms })
      return z.NEVER
    }
    return terms
  })

export const newListInput = z.object({ name, level: z.enum(levels, { error: words.level }), terms })
export const termsInput = z.object({ listId: z.uuid(), terms })
export const modeInput = z.object({
  listId: z.uuid(),
  mode: z.enum(modes),
  seenVersion: z.coerce.number().int().min(0),
})
/** What was done last, as the address of the desk tells it. */
export const listDone = z
  .enum(['added', 'terms-added', 'terms-removed', 'off', 'shadow', 'on', 'trying'])
  .optional()
  .catch(undefined)

export const trialInput = z.object({ listId: z.uuid() })
