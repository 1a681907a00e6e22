import { z } from 'zod'
import { moderationWords } from '@/lib/words/moderation'

/** Why a comment is hidden, or reported. Words for them are in lib/words. */
export const reasons = ['personal-attack', 'hate', 'spam', 'off-topic', 'privacy', 'illegal', 'other'] as const

export type Reason = (typeof reasons)[number]

export const reason = z.enum(reasons, { error: moderationWords.reasonNeeded })

const longestNote = 1000

export const note = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll('\0', '').trim())
  .pipe(z.string().max(longestNote, { error: moderationWords.noteTooLong }))
  .default('')

export const standings = ['held', 'visible', 'hidden', 'deleted'] as const

export type Standing = (typeof standings)[number]

export const seenAs = z.enum(standings)

/** Why a comment waits for a moderator. */
export const holdReasons = ['guest', 'first-comment', 'links', 'duplicate'] as const

export type HoldReason = (typeof holdReasons)[number]
