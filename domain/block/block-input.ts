import { z } from 'zod'
import { blockWords } from '@/lib/words/block'
import { note } from '../moderation/reasons'
import { lengthInput, untilInput } from '../sanction/sanction-input'

const words = blockWords.faults

/** What the form of a block sends: what was typed, or the comment whose network it is. */
export const blockInput = z.object({
  what: z.string().trim().max(300, { error: words.what }).default(''),
  commentId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  reason: z.string({ error: words.reason }).regex(/^[a-z0-9-]{1,40}$/, { error: words.reason }),
  note,
  length: lengthInput,
  until: untilInput,
})

export const liftBlockInput = z.object({ blockId: z.uuid(), note })

export type BlockInput = z.infer<typeof blockInput>
