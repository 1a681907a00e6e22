import { z } from 'zod'
import { moderationWords } from '@/lib/words/moderation'

/** The code of a reason. Whether it is offered is asked in the act's transaction. */
export const reason = z
  .string({ error: moderationWords.reasonNeeded })
  .regex(/^[a-z0-9-]{1,40}$/, { error: moderationWords.reasonNeeded })

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
export const holdReasons = [
  'guest',
  'first-comment',
  'links',
  'duplicate',
  'unseen-domain',
  'denied-domain',
  'premoderated',
  'record',
  'too-fast',
  'word',
  'newsroom',
  'reports',
  'sanction',
] as const

export type HoldReason = (typeof holdReasons)[number]
