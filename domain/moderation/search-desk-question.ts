import { z } from 'zod'
import { place } from './queue-question'
import { standings } from './reasons'

const text = z
  .string()
  .transform((typed) => typed.toWellFormed().replaceAll('\0', '').trim().slice(0, 200))
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined)

const day = z.iso.date().optional().catch(undefined)

const address = z.object({
  q: text,
  author: text,
  standing: z.enum(standings).optional().catch(undefined),
  from: day,
  until: day,
  after: place.optional().catch(undefined),
})

/** Reads the address of a search; what makes no sense in it is as if it were not there. */
export const searchDeskQuestion = (query: Record<string, unknown>) => address.parse(query)

export type SearchDeskQuestion = z.infer<typeof address>

export const asksNothing = ({ q, author, standing, from, until }: SearchDeskQuestion) =>
  [q, author, standing, from, until].every((wish) => wish === undefined)
