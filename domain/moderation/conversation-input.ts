import { z } from 'zod'
import { conversationWords as words } from '@/lib/words/conversation'
import type { conversationSettings } from '../screening/settings'
import { note } from './reasons'

export const modes = ['open', 'premoderated', 'closed'] as const

export const longestWait = 24 * 60 * 60

const whole = (least: number, most: number, error: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }))

/** None for what the paper usually does. */
const closeAfter = z.union([z.literal('').transform(() => null), whole(0, 3650, words.faults.closeAfter)], {
  error: words.faults.closeAfter,
})

export const changedConversation = z.object({
  articleId: z.uuid(),
  mode: z.enum(modes, { error: words.faults.mode }),
  closeAfter,
  seconds: whole(0, longestWait, words.faults.seconds),
  /** Ends what many reports brought about. */
  cool: z.literal('on').optional(),
  note,
  /** What the form was filled with, so that no colleague's change is undone unseen. */
  seen: z.string().max(100),
})

const isTicked = z.preprocess((value) => value === 'on', z.boolean())

export const changedSettings = z.object({
  isReadOnly: isTicked,
  closeAfterDays: whole(0, 3650, words.faults.closeAfter),
  heldFirst: whole(0, 20, words.faults.heldFirst),
  mostLinks: whole(0, 5, words.faults.mostLinks),
  heatedReports: whole(0, 1000, words.faults.heatedReports),
  heatedSeconds: whole(5, 3600, words.faults.heatedSeconds),
  note,
  seen: z.string().max(300),
}) satisfies z.ZodType<z.infer<typeof conversationSettings> & { note: string; seen: string }>

/** A domain, or an address from which it is taken. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((typed) =>
    typed
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#:].*$/, '')
      .replace(/\.$/, ''),
  )
  .pipe(
    z
      .string()
      .max(253)
      .regex(/^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: words.faults.domain }),
  )

export const domainVerdict = z.object({
  domain,
  verdict: z.enum(['allow', 'deny', 'none'], { error: words.faults.verdict }),
  note,
})
