import { z } from 'zod'
import { momentInZone } from '@/lib/zoned-time'
import { note, reason } from './reasons'

const reaches = ['account', 'browser', 'network'] as const

const day = 24 * 60 * 60_000

/** How far back a clean-up looks unless it is told otherwise. */
const usualDays = 7

const maybeId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())
const milliseconds = z.coerce
  .number()
  .int()
  .min(0)
  .max(8.64e15)
  .transform((ms) => new Date(ms))

/** What the form of a clean-up sends: the swath that was looked at, pinned to the moment of that look. */
export const cleanUpInput = z.object({
  reach: z.enum(reaches),
  memberId: maybeId,
  commentId: maybeId,
  since: milliseconds,
  until: milliseconds,
  reason,
  note,
})

export const undoInput = z.object({ cleanUpId: z.uuid() })

export type CleanUpInput = z.infer<typeof cleanUpInput>

type Query = Record<string, string | string[] | undefined>

/** Reads an address: whose comments, since when and until when; a time that makes no sense is as if it were not there. */
export function cleanUpQuestion(query: Query, now: Date, timeZone: string) {
  const id = (value: unknown) => z.uuid().optional().catch(undefined).parse(value)
  const at = (value: unknown) => (typeof value === 'string' && value ? momentInZone(value, timeZone) : undefined)
  return {
    reach: z.enum(reaches).catch('account').parse(query.reach),
    memberId: id(query.member),
    commentId: id(query.comment),
    since: at(query.since) ?? new Date(now.getTime() - usualDays * day),
    until: at(query.until) ?? now,
  }
}
