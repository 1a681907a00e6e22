import { listNamesakes, searchComments } from '@/db/queries/comment-search'
import { listDeskComments } from '@/db/queries/desk-comments'
import { momentInZone } from '@/lib/zoned-time'
import { likenessOf } from '../member/likeness'
import { commentsPerQueuePage } from './queue-question'
import { asksNothing, type SearchDeskQuestion } from './search-desk-question'

/** A page of the comments that a moderator looks for, the latest first, with where and how they stand. */
export async function searchDesk(question: SearchDeskQuestion, timeZone: string) {
  if (asksNothing(question)) return
  const { q, author, standing, from, until, after } = question
  const by = author ? { memberIds: await listNamesakes(author, likenessOf(author)), guestName: author } : undefined
  const { found, next, isCut } = await searchComments(
    { q, author: by, standing, from: dayIn(from, timeZone), before: dayIn(until && nextDay(until), timeZone), after },
    commentsPerQueuePage,
  )
  const comments = new Map((await listDeskComments(found.map(({ id }) => id))).map((one) => [one.id, one]))
  return { comments: found.flatMap(({ id }) => comments.get(id) ?? []), next, isCut }
}

export type FoundAtDesk = NonNullable<Awaited<ReturnType<typeof searchDesk>>>

/** When a day of the paper's zone begins. */
const dayIn = (day: string | undefined, timeZone: string) => (day ? momentInZone(`${day}T00:00`, timeZone) : undefined)

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
