import { z } from 'zod'

export const longestQuery = 200
export const hitsPerPage = 10
/** Beyond this many hits the older ones are neither counted nor ordered. */
export const mostHits = 1000

export type SearchSort = 'relevance' | 'newest'

export type SearchNotice = 'cut' | 'from' | 'to' | 'order'

export type SearchQuestion = {
  q: string
  section?: string
  author?: string
  /** Days in the paper's time zone, as YYYY-MM-DD; the last one is included. */
  from?: string
  to?: string
  sort: SearchSort
  page: number
}

type Parameters = Record<string, string | string[] | undefined>

const name = z.string().regex(/^[a-z0-9-]{1,120}$/)
const day = z.iso.date().refine((value) => value >= '0001-01-01', 'there is no year 0')
const sort = z.enum(['relevance', 'newest']).catch('relevance')
const page = z.coerce
  .number()
  .int()
  .min(1)
  .max(mostHits / hitsPerPage)
  .catch(1)

/** What somebody asked for in an address. Whatever cannot be understood is left out, with a notice where it was typed. */
export function readSearchQuestion(parameters: Parameters) {
  const given = (key: string) => [parameters[key]].flat()[0]?.trim() || undefined
  const notices: SearchNotice[] = []
  const whole = searchable(given('q') ?? '')
  const q = searchable(whole.slice(0, longestQuery))
  if (q.length < whole.length) notices.push('cut')

  const dates = readDates(given('from'), given('to'), notices)
  const question: SearchQuestion = {
    q,
    section: name.safeParse(given('section')).data,
    author: name.safeParse(given('author')).data,
    ...dates,
    sort: sort.parse(given('sort')),
    page: page.parse(given('page')),
  }
  return { question, notices }
}

/**
 * Postgres takes neither NUL nor half a surrogate pair; other control characters mean nothing in a search. Of many
 * minuses, each of which it would put into the one before, one says the same.
 */
function searchable(text: string) {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Co}\uFFFD\s]+/gu, ' ')
    .replace(/-( ?-)+/g, '-')
    .trim()
}

function readDates(from: string | undefined, to: string | undefined, notices: SearchNotice[]) {
  const first = day.safeParse(from).data
  const last = day.safeParse(to).data
  if (from && !first) notices.push('from')
  if (to && !last) notices.push('to')
  if (!first || !last || first <= last) return { from: first, to: last }
  notices.push('order')
  return {}
}

/** The address of the same question, or of one with some of it changed; what stands by itself is left out. */
export function searchPath(question: SearchQuestion, changes: Partial<SearchQuestion> = {}) {
  const { sort, page, ...rest } = { ...question, ...changes }
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) if (value) parameters.set(key, value)
  if (sort !== 'relevance') parameters.set('sort', sort)
  if (page > 1) parameters.set('page', String(page))
  return `/search?${parameters}`
}
