import { listNewComments, mostNew, type NewComment, recordVisit } from '@/db/queries/visits'
import type { Thread } from './thread'

/** What is new to a member under an article since the last visit, and that visit; nothing at the first. */
export async function readNewComments(memberId: string | null, articleId: string, now = new Date()) {
  const since = memberId && (await recordVisit(memberId, articleId, now))
  if (!memberId || !since) return
  return { since, comments: await listNewComments(memberId, articleId, since) }
}

export type NewComments = NonNullable<Awaited<ReturnType<typeof readNewComments>>>

/** Where a page stands in the conversation: from which comment on, or from which thread. */
export type From = Pick<NewComment, 'rootNo'> & Partial<Pick<NewComment, 'id' | 'createdAt'>>

/**
 * Which comments of a page are new, each with the next one that is: on the page as it is drawn from top to bottom, then
 * the first beyond it in the order of the conversation. Each step goes forward, so nobody is led in a circle.
 */
export function markNew({ comments }: NewComments, threads: Thread[], from: From) {
  const known = new Set(comments.map(({ id }) => id))
  const drawn = idsOf(threads)
  const here = drawn.filter((id) => known.has(id))
  const onPage = new Set(drawn)
  const beyond = comments.find((one) => !onPage.has(one.id) && isAfter(one, from))?.id
  const next = new Map(here.map((id, place) => [id, here[place + 1]]))
  return { next, first: here[0], beyond, count: comments.length, isCut: comments.length >= mostNew }
}

export type NewMarks = ReturnType<typeof markNew>

function idsOf(threads: Thread[]): string[] {
  return threads.flatMap(({ comment, replies }) => [comment.id, ...idsOf(replies)])
}

function isAfter(one: NewComment, from: From) {
  const [a, b] = [one.rootNo ?? 0, from.rootNo ?? 0]
  if (a !== b || !from.createdAt || !from.id) return a >= b
  const later = one.createdAt.getTime() - from.createdAt.getTime()
  return later > 0 || (later === 0 && one.id > from.id)
}
