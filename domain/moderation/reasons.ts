import { z } from 'zod'

/** Why a comment is hidden, or reported. Words for them are in lib/words. */
export const reasons = ['personal-attack', 'hate', 'spam', 'off-topic', 'privacy', 'illegal', 'other'] as const

export type Reason = (typeof reasons)[number]

export const reason = z.enum(reasons)

export const note = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll('\0', '').trim())
  .pipe(z.string().max(1000))
  .default('')

export const standings = ['held', 'visible', 'hidden', 'deleted'] as const

export const seenAs = z.enum(standings)
