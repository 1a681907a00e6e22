import { z } from 'zod'
import { appealWords as words } from '@/lib/words/appeal'

export const longestAppeal = 2000

/** Browsers send line ends as CRLF, and count them as one sign. */
const said = (empty: string, tooLong: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
    .pipe(z.string().min(1, { error: empty }).max(longestAppeal, { error: tooLong }))

/** `key`: the statement's, as it stands in its address. */
export const lodgeInput = z.object({ key: z.string().max(200), text: said(words.faults.text, words.faults.tooLong) })

export const appealDecision = z.object({
  appealId: z.uuid(),
  outcome: z.enum(['upheld', 'overturned']),
  answer: said(words.faults.answer, words.faults.tooLong),
})
