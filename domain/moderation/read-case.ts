import { z } from 'zod'
import { listDecisions } from '@/db/queries/decisions'
import {
  countThread,
  type DeskComment,
  findDeskComment,
  listDeskThread,
  listLatestOf,
  listVersions,
} from '@/db/queries/desk-comments'
import { listReportsOf } from '@/db/queries/reports'
import { sanctionWords } from '@/lib/words/sanction'
import { isAboutComment } from './read-last-word'
import { readPeople } from './read-people'
import { seenAs } from './reasons'

/** A comment in its thread with its author, its reports and all that ever happened to it; nothing where there is none. */
export async function readCase(commentId: string) {
  const comment = await findDeskComment(commentId)
  if (!comment) return
  const [people, thread, threadSize, latest, reports, decisions, versions] = await Promise.all([
    readPeople([comment]),
    listDeskThread(comment.rootId, comment),
    countThread(comment.rootId),
    listLatestOf(comment),
    listReportsOf([commentId]),
    listDecisions({ commentId }),
    listVersions(commentId),
  ])
  const history = inOrder([
    { kind: 'posted' as const, at: comment.createdAt },
    ...(comment.standing === 'deleted' ? [] : textsOf(comment, versions)),
    ...reports.map((report) => ({ kind: 'reported' as const, at: report.createdAt, report })),
    ...decisions.flatMap(decided),
    ...deletion(comment),
  ])
  return { comment, person: people.get(commentId), thread, threadSize, latest, reports, history }
}

export type Case = NonNullable<Awaited<ReturnType<typeof readCase>>>

/** A line of the log as the history tells it; what is no decision about a comment is left out. */
function decided({ kind, before, after, ...decision }: Awaited<ReturnType<typeof listDecisions>>[number]) {
  if (!isAboutComment(kind) && !isAboutAuthor(kind)) return []
  const told = { ...decision, did: kind, before: standingIn(before), after: standingIn(after) }
  return [{ kind: 'decided' as const, at: decision.createdAt, decision: told }]
}

const isAboutAuthor = (kind: string): kind is keyof typeof sanctionWords.history => kind in sanctionWords.history

const standingIn = (state: unknown) => z.object({ standing: seenAs }).safeParse(state).data?.standing

/** Each text that the comment had, and at last the present one, with the one before it. */
function textsOf({ editedAt, text }: DeskComment, versions: Version[]) {
  const present = editedAt ? [{ no: versions.length + 1, text, createdAt: editedAt }] : []
  return [...versions, ...present].map((version, place) => ({
    kind: place > 0 && place === versions.length ? ('edited' as const) : ('version' as const),
    at: version.createdAt,
    version: { ...version, before: versions[place - 1]?.text },
  }))
}

type Version = Awaited<ReturnType<typeof listVersions>>[number]

function deletion({ standing, movedAt }: DeskComment) {
  return standing === 'deleted' && movedAt ? [{ kind: 'deleted' as const, at: movedAt }] : []
}

const inOrder = <Event extends { at: Date }>(events: Event[]) =>
  events.toSorted((one, other) => one.at.getTime() - other.at.getTime())
