import { listClaims } from '@/db/queries/claims'
import { listDeskComments } from '@/db/queries/desk-comments'
import { countQueue, findPartEnd, listQueue, mostCounted, weighed } from '@/db/queries/queue'
import { listReportsOf } from '@/db/queries/reports'
import { deskWords } from '@/lib/words/desk'
import { cohortOf } from '../report/report-weight'
import { weighReports } from '../report/weigh-reports'
import { commentsPerQueuePage, isNarrowed, type QueueQuestion } from './queue-question'
import type { QueuePlace, QueueTab } from './queue-tabs'
import { readPeople } from './read-people'

/** A page of the queue with all that is needed to decide, where it goes on, and how many comments are in each tab. */
export async function readQueue(asked: QueueQuestion, now = new Date()) {
  const [counts, found] = await Promise.all([countQueue(), findPage(asked, now)])
  const { question, waiting, next, isCut } = found
  const ids = waiting.map(({ id }) => id)
  const [comments, reports, claims, weights] = await Promise.all([
    listDeskComments(ids),
    listReportsOf(ids),
    listClaims(ids, now),
    weighReports(ids),
  ])
  const people = await readPeople(comments)
  const byId = new Map(comments.map((comment) => [comment.id, comment]))

  const entries = waiting.flatMap(({ id, since, risk }) => {
    const [comment, person] = [byId.get(id), people.get(id)]
    if (!comment || !person) return []
    const claim = claims.find(({ commentId }) => commentId === id)
    const arranged = cohortOf(weights.get(id) ?? []).size
    return {
      comment,
      person,
      since,
      risk,
      claim,
      reports: reports.filter(({ commentId }) => commentId === id),
      arranged,
    }
  })
  return { question, counts: told(counts), entries, next, isCut, weighed }
}

export type Queue = Awaited<ReturnType<typeof readQueue>>

/** Exact to 999; what holds more says so. */
export const told = (counts: Record<QueueTab, number>): Record<QueueTab, string> => {
  const say = (tab: QueueTab) => deskWords.count(counts[tab], mostCounted)
  return {
    reported: say('reported'),
    held: say('held'),
    unmoderated: say('unmoderated'),
    approved: say('approved'),
    hidden: say('hidden'),
  }
}

type Page = {
  question: QueueQuestion
  waiting: Awaited<ReturnType<typeof listQueue>>
  next: QueuePlace | undefined
  /** Whether more may fit that were not looked at. */
  isCut: boolean
}

async function findPage(question: QueueQuestion, now: Date): Promise<Page> {
  const some = await listQueue(question, commentsPerQueuePage + 1, now)
  const waiting = some.slice(0, commentsPerQueuePage)
  if (some.length > commentsPerQueuePage) return { question, waiting, next: placeOf(waiting.at(-1)), isCut: false }
  const end = isNarrowed(question) && question.order !== 'risk' ? await findPartEnd(question, now) : undefined
  if (end) return { question, waiting, next: end, isCut: true }
  // What stood behind this place may have been worked off a moment ago.
  if (waiting.length === 0 && question.after) return findPage({ ...question, after: undefined }, now)
  return { question, waiting, next: undefined, isCut: false }
}

const placeOf = (last: Page['waiting'][number] | undefined) => last && { micros: last.micros, id: last.key }
