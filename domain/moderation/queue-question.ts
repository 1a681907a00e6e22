import { z } from 'zod'
import { pageNumber } from '@/lib/page-number'
import { type HoldReason, holdReasons, reason } from './reasons'

export const commentsPerQueuePage = 20

type Narrowed = { section: string | undefined; article: string | undefined; page: number }

/** What of the queue a moderator looks at; all of it stands in the address. */
export type QueueQuestion =
  | ({ tab: 'held'; why: HoldReason | undefined } & Narrowed)
  | ({ tab: 'reported'; why: string | undefined } & Narrowed)

const slug = z
  .string()
  .regex(/^[\p{L}\p{N}-]{1,120}$/u)
  .optional()
  .catch(undefined)

const address = z.object({
  tab: z.enum(['held', 'reported']).catch('held'),
  section: slug,
  article: slug,
  page: z
    .string()
    .transform((text) => pageNumber(text) ?? 1)
    .catch(1),
})

const heldWhy = z.enum(holdReasons).optional().catch(undefined)
const reportedWhy = reason.optional().catch(undefined)

/** Reads an address; what makes no sense in it is as if it were not there. */
export function queueQuestion(query: Record<string, string | string[] | undefined>): QueueQuestion {
  const { tab, section, article, page } = address.parse(query)
  return tab === 'held'
    ? { tab, section, article, page, why: heldWhy.parse(query.why) }
    : { tab, section, article, page, why: reportedWhy.parse(query.why) }
}
