import type { DeskComment } from '@/db/queries/desk-comments'
import { listGuestRecords, listPeople, listSanctions } from '@/db/queries/desk-people'
import { listEarlierNames } from '@/db/queries/names'

const nothing = { visible: 0, hidden: 0, held: 0 }

/** What moderators know of whoever wrote each of these comments, by the comment's id. */
export async function readPeople(comments: DeskComment[]) {
  const memberIds = [...new Set(comments.flatMap(({ memberId }) => memberId ?? []))]
  const guests = comments.filter(({ isGuest }) => isGuest).map(({ id }) => id)
  const [people, sanctions, records, names] = await Promise.all([
    listPeople(memberIds),
    listSanctions(memberIds),
    listGuestRecords(guests),
    listEarlierNames(memberIds),
  ])
  const byMember = new Map(people.map((person) => [person.memberId, person]))
  const byComment = new Map(records.map((record) => [record.commentId, record]))

  const personOf = (comment: DeskComment) => {
    const person = comment.memberId ? byMember.get(comment.memberId) : undefined
    if (person) {
      const theirs = sanctions.filter(({ memberId }) => memberId === person.memberId)
      const earlier = names.filter(({ memberId }) => memberId === person.memberId)
      return { kind: 'member' as const, name: comment.name, ...person, sanctions: theirs, earlier }
    }
    if (!comment.isGuest) return { kind: 'gone' as const, name: comment.name }
    return { kind: 'guest' as const, name: comment.name, ...nothing, ...byComment.get(comment.id) }
  }
  return new Map(comments.map((comment) => [comment.id, personOf(comment)]))
}

export type Person = Awaited<ReturnType<typeof readPeople>> extends Map<string, infer One> ? One : never
