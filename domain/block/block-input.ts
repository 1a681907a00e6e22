import { z } from 'zod'
import { blockWords } from '@/lib/words/block'
import { note, reason } from '../moderation/reasons'
import { lengthInput, untilInput } from '../sanction/sanction-input'

/** What the form of a block sends: what was typed, or the comment whose network it is. */
export const blockInput = z.object({
  what: z.string().trim().max(300, { error: blockWords.faults.what }).default(''),
  commentId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  reason,
  note,
  length: lengthInput,
  until: untilInput,
})

export const liftBlockInput = z.object({ blockId: z.uuid(), note })

export type BlockInput = z.infer<typeof blockInput>
