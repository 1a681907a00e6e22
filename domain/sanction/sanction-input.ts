import { z } from 'zod'
import { sanctionWords } from '@/lib/words/sanction'
import { note } from '../moderation/reasons'
import { type Length, lengths, sanctionKinds } from './kinds'

const words = sanctionWords.faults

const maybeId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

/** An end as forms send it: which length, and the date where that was chosen. */
export const lengthInput = z.enum(lengths as [Length, ...Length[]], { error: words.length }).default('7-days')
export const untilInput = z.string().max(30).default('')

/** What the form of a sanction sends. */
export const sanctionInput = z.object({
  memberId: z.uuid(),
  kind: z.enum(sanctionKinds, { error: words.kind }),
  reason: z.string({ error: words.reason }).regex(/^[a-z0-9-]{1,40}$/, { error: words.reason }),
  note,
  length: lengthInput,
  until: untilInput,
  /** Of one section alone; the whole paper where there is none. */
  sectionId: maybeId,
  /** The comment that caused it. */
  commentId: maybeId,
  /** The latest sanction that the page showed; none where there was none. */
  seen: maybeId,
})

export const liftInput = z.object({ sanctionId: z.uuid(), note })

export const acknowledgeInput = z.object({ sanctionId: z.uuid() })

export type SanctionInput = z.infer<typeof sanctionInput>
