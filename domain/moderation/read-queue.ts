import { countHeld, listDeskComments, listHeld } from '@/db/queries/desk-comments'
import { countReported, listReported, listReportsOf } from '@/db/queries/reports'
import { cohortOf } from '../report/report-weight'
import { weighReports } from '../report/weigh-reports'
import { commentsPerQueuePage, type QueueQuestion } from './queue-question'
import { readPeople } from './read-people'

/** A page of the queue: what waits, oldest first, with all that is needed to decide, and the counts of both tabs. */
export async function readQueue(question: QueueQuestion) {
  const [held, reported, fitting] = await Promise.all([countHeld(), countReported(), countFitting(question)])
  const pages = Math.max(1, Math.ceil(fitting / commentsPerQueuePage))
  // The last page may have been worked off a moment ago.
  const page = Math.min(question.page, pages)
  const waiting = await listWaiting(question, page)
  const ids = waiting.map(({ id }) => id)
  const [comments, reports, weighed] = await Promise.all([listDeskComments(ids), listReportsOf(ids), weighReports(ids)])
  const people = await readPeople(comments)
  const byId = new Map(comments.map((comment) => [comment.id, comment]))

  const entries = waiting.flatMap(({ id, since }) => {
    const [comment, person] = [byId.get(id), people.get(id)]
    if (!comment || !person) return []
    const arranged = cohortOf(weighed.get(id) ?? []).size
    return { comment, person, since, reports: reports.filter(({ commentId }) => commentId === id), arranged }
  })
  return { counts: { held, reported }, page, pages, entries }
}

export type Queue = Awaited<ReturnType<typeof readQueue>>

const countFitting = (question: QueueQuestion) =>
  question.tab === 'held' ? countHeld(question) : countReported(question)

function listWaiting(question: QueueQuestion, page: number) {
  const part = { limit: commentsPerQueuePage, offset: (page - 1) * commentsPerQueuePage }
  return question.tab === 'held' ? listHeld(question, part) : listReported(question, part)
}
