import { listUndoable } from '@/db/queries/clean-ups'
import { listDeskComments } from '@/db/queries/desk-comments'
import { listPeople } from '@/db/queries/desk-people'
import {
  findMemberByHandle,
  listCommentIdsOf,
  listDecisionsOf,
  listNotes,
  listReportsAgainst,
  listReportsFrom,
  listSanctionRecord,
} from '@/db/queries/desk-person'
import { listEarlierNames } from '@/db/queries/names'
import { isWrittenBy } from '@/db/queries/sanctions'
import { isId } from '@/lib/new-id'
import { undoableSince } from './clean-up-undo'
import { type PersonList, personLists } from './people-addresses'

const perPage = { comments: 20, decisions: 50, 'reports-against': 50, 'reports-by': 50 } as const

export type PersonQuestion = { list: PersonList; before: string | undefined; comment: string | undefined }

/** Reads an address; what makes no sense in it is as if it were not there. */
export function personQuestion(query: Record<string, string | string[] | undefined>): PersonQuestion {
  const id = (value: unknown) => (typeof value === 'string' && isId(value) ? value : undefined)
  return {
    list: personLists.find((list) => list === query.list) ?? 'comments',
    before: id(query.before),
    comment: id(query.comment),
  }
}

/** A member with all that moderators know of them, and a part of one list; nothing where there is none. */
export async function readPerson(handle: string, { list, before, comment }: PersonQuestion, now = new Date()) {
  const member = await findMemberByHandle(handle)
  if (!member) return
  const [[record], earlier, sanctions, notes, undoable, part, isTheirs] = await Promise.all([
    listPeople([member.id]),
    listEarlierNames([member.id]),
    listSanctionRecord(member.id),
    listNotes(member.id),
    listUndoable(member.id, undoableSince(now)),
    readPart(member.id, list, before),
    comment ? isWrittenBy(comment, member.id) : false,
  ])
  if (!record) return
  return { member, record, earlier, sanctions, notes, undoable, part, because: isTheirs ? comment : undefined }
}

export type FoundPerson = NonNullable<Awaited<ReturnType<typeof readPerson>>>

async function readPart(memberId: string, list: PersonList, before: string | undefined) {
  const asked = [memberId, before, perPage[list] + 1] as const
  switch (list) {
    case 'comments':
      return { list, ...cut(await inOrder(await listCommentIdsOf(...asked)), perPage[list]) }
    case 'decisions':
      return { list, ...cut(await listDecisionsOf(...asked), perPage[list]) }
    case 'reports-against':
      return { list, ...cut(await listReportsAgainst(...asked), perPage[list]) }
    case 'reports-by':
      return { list, ...cut(await listReportsFrom(...asked), perPage[list]) }
  }
}

/** Whether there is more is known by one row more than is shown. */
function cut<Row extends { id: string }>(rows: Row[], most: number) {
  const shown = rows.slice(0, most)
  return { rows: shown, older: rows.length > most ? shown.at(-1)?.id : undefined }
}

async function inOrder(ids: { id: string }[]) {
  const comments = await listDeskComments(ids.map(({ id }) => id))
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  return ids.flatMap(({ id }) => byId.get(id) ?? [])
}
