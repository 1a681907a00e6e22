import { z } from 'zod'
import { reasonWords } from '@/lib/words/reason'
import { reason } from './reasons'

const words = reasonWords.faults

export const longestCode = 40

const longest = { label: 60, ruleText: 1000 }

/** Whole lines of signs that Postgres and a page can hold. */
const line = (error: string, most: number) =>
  z
    .string({ error })
    .transform((text) => text.toWellFormed().replace(/\s+/g, ' ').replaceAll('\0', '').trim())
    .pipe(z.string().min(2, { error }).max(most, { error }))

const number = (error: string) => z.coerce.number({ error }).int({ error }).min(1, { error }).max(99, { error })

/** A box that is not ticked is not sent. */
const ticked = z.preprocess((box) => box !== undefined && box !== '', z.boolean())

/** What the form of a new reason sends. */
export const newReasonInput = z.object({
  label: line(words.label, longest.label),
  ruleNo: number(words.ruleNo),
  ruleText: line(words.ruleText, longest.ruleText),
  position: number(words.position),
  forReaders: ticked,
  isPersonal: ticked,
})

/** What the form of a change sends: the same, and which reason was seen as it was changed last. */
export const changedReasonInput = newReasonInput.extend({
  code: reason,
  /** In milliseconds. */
  seenChange: z.coerce.number().int().min(0),
})

export const reasonCode = z.object({ code: reason })

export type NewReason = z.infer<typeof newReasonInput>
export type ChangedReason = z.infer<typeof changedReasonInput>

/** What was done last, as the desk's address tells it. */
export const reasonDone = z.enum(['added', 'changed', 'retired', 'brought-back']).optional().catch(undefined)

export type ReasonDone = z.infer<typeof reasonDone>
