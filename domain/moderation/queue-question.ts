import { z } from 'zod'
import { type QueuePlace, type QueueTab, queueOrders, queueTabs, usualOrder } from './queue-tabs'
import { holdReasons, reason } from './reasons'

export const commentsPerQueuePage = 20

/** Of the last hour, day or week, or older than that. */
export const queueAges = ['hour', 'day', 'week', 'over-hour', 'over-day', 'over-week'] as const
export type QueueAge = (typeof queueAges)[number]

export const queueWriters = ['guest', 'member'] as const
export type QueueWriter = (typeof queueWriters)[number]

const slug = z
  .string()
  .regex(/^[\p{L}\p{N}-]{1,120}$/u)
  .optional()
  .catch(undefined)

/** A place as an address says it. */
export const place = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): QueuePlace => ({ micros: text.split('.')[0] ?? '', id: text.split('.')[1] ?? '' }))

const heldWhy = z.enum(holdReasons).optional().catch(undefined)
const givenWhy = reason.optional().catch(undefined)

const address = z.object({
  tab: z.enum(queueTabs).catch('held'),
  section: slug,
  article: slug,
  who: z.enum(queueWriters).optional().catch(undefined),
  age: z.enum(queueAges).optional().catch(undefined),
  order: z.enum(queueOrders).optional().catch(undefined),
  after: place.optional().catch(undefined),
})

/** Reads an address; what makes no sense in it is as if it were not there. */
export function queueQuestion(query: Record<string, unknown>) {
  const { order: wished, after, ...question } = address.parse(query)
  const order = wished ?? usualOrder(question.tab)
  return { ...question, order, why: whyIn(question.tab, query.why), after: order === 'risk' ? undefined : after }
}

/** What of the queue a moderator looks at; all of it stands in the address. */
export type QueueQuestion = ReturnType<typeof queueQuestion>

/** Why a comment is in its tab: why it is held, how it is reported, or what it was hidden for. */
function whyIn(tab: QueueTab, why: unknown) {
  if (tab === 'held') return heldWhy.parse(why)
  return tab === 'reported' || tab === 'hidden' ? givenWhy.parse(why) : undefined
}

/** Whether anything narrows the tab. */
export const isNarrowed = ({ section, article, why, who, age }: QueueQuestion) =>
  [section, article, why, who, age].some((wish) => wish !== undefined)
