import { newId } from '@/lib/new-id'
import { wilson } from '@/lib/wilson'
import type { comment, commentCount, decision } from '../schema'
import type { Saying } from './read-demo'

type Row = Omit<typeof comment.$inferInsert, 'id' | 'createdAt'> & { id: string; createdAt: Date; depth: number }
type Article = { id: string; versionId: string; publishedAt: Date }
type People = { memberIds: ReadonlyMap<string, string>; moderatorId: string }

export type DemoComment = { row: Row; likes: number; dislikes: number }

const minute = 60_000
/** How long guests' comments wait for a moderator here, and visible ones to be hidden, in minutes. */
const waits = [4, 11, 7, 26, 15, 9]
const hiddenAfter = 34

/**
 * The rows of an article's conversation as posting and moderating would have left them: roots numbered in the order
 * in which readers first saw them, replies under their root's number, guests let through after a while.
 */
export function conversationRows(conversation: Saying[], article: Article, people: People, now: Date) {
  const comments: DemoComment[] = []
  const roots = conversation.map((saying) => talk(saying, undefined, article, people, now, comments))
  const seen = roots.filter((root) => root.visibleAt).toSorted((a, b) => Number(a.visibleAt) - Number(b.visibleAt))
  const numbers = new Map(seen.map((root, place) => [root.id, place + 1]))
  for (const { row } of comments) row.rootNo = numbers.get(row.rootId) ?? null
  return {
    comments,
    counts: comments.map((one) => countRow(one, comments)),
    decisions: comments.flatMap(({ row }) => decisionsAbout(row, people.moderatorId)),
    visible: comments.filter(({ row }) => row.standing === 'visible').length,
    roots: seen.length,
  }
}

function talk(
  saying: Saying,
  parent: Row | undefined,
  article: Article,
  people: People,
  now: Date,
  into: DemoComment[],
): Row {
  const id = newId()
  const createdAt = at(saying.minutesAfter, article, now)
  const row: Row = {
    id,
    articleId: article.id,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    depth: parent ? parent.depth + 1 : 0,
    memberId: saying.by ? memberOf(saying.by, people) : null,
    guestName: saying.by ? null : (saying.guest ?? 'Guest'),
    guestEmail: saying.by ? null : 'guest@example.org',
    text: saying.text,
    ...standingOf(saying, createdAt, into.length, article, now),
    articleVersionId: article.versionId,
    postKey: `demo:${id}`,
    batch: 'demo',
    createdAt,
  }
  into.push({ row, likes: saying.likes, dislikes: saying.dislikes })
  for (const reply of saying.replies) talk(reply, row, article, people, now, into)
  return row
}

/** Nothing is said in time to come, however long after its article it is said. */
const at = (minutesAfter: number, { publishedAt }: Article, now: Date) =>
  new Date(Math.min(publishedAt.getTime() + minutesAfter * minute, now.getTime()))

function memberOf(handle: string, { memberIds }: People) {
  const id = memberIds.get(handle)
  if (!id) throw new Error(`a comment of the demonstration paper is by ${handle}, who is no member`)
  return id
}

function standingOf(saying: Saying, createdAt: Date, place: number, article: Article, now: Date) {
  const isGuest = !saying.by
  if (saying.standing === 'held') return { standing: 'held', heldBecause: isGuest ? 'guest' : 'first-comment' } as const
  const visibleAt = isGuest ? letThrough(saying, place, article, now) : createdAt
  if (saying.standing === 'visible')
    return { standing: 'visible', visibleAt, movedAt: isGuest ? visibleAt : null } as const
  const movedAt = new Date(Math.min(createdAt.getTime() + hiddenAfter * minute, now.getTime()))
  return { standing: 'hidden', visibleAt, movedAt, hiddenBecause: saying.reason ?? 'other' } as const
}

/** After a usual wait, but before the first answer. */
function letThrough(saying: Saying, place: number, article: Article, now: Date) {
  const answered = Math.min(...saying.replies.map((reply) => reply.minutesAfter))
  const wait = Math.min(waits[place % waits.length] ?? 1, (answered - saying.minutesAfter) / 2)
  return at(saying.minutesAfter + wait, article, now)
}

function countRow({ row, likes, dislikes }: DemoComment, all: DemoComment[]): typeof commentCount.$inferInsert {
  const isRoot = row.depth === 0
  const below = all.filter(
    (one) => isRoot && one.row.rootId === row.id && one.row.depth > 0 && one.row.standing === 'visible',
  )
  const rootNo = isRoot ? row.rootNo : null
  return {
    commentId: row.id,
    articleId: row.articleId,
    rootNo,
    likes,
    dislikes,
    replies: below.length,
    best: wilson(likes, dislikes),
  }
}

function decisionsAbout(row: Row, moderatorId: string): (typeof decision.$inferInsert)[] {
  const one = { commentId: row.id, articleId: row.articleId, memberId: row.memberId, actorId: moderatorId }
  const common = { ...one, actorRank: 'moderator', batch: 'demo' } as const
  const approved = {
    ...common,
    kind: 'approve-comment',
    before: { standing: 'held' },
    after: { standing: 'visible' },
  } as const
  const hidden = {
    ...common,
    kind: 'hide-comment',
    before: { standing: 'visible' },
    after: { standing: 'hidden' },
  } as const
  return [
    ...(row.guestName && row.visibleAt ? [{ ...approved, createdAt: row.visibleAt }] : []),
    ...(row.standing === 'hidden' && row.movedAt
      ? [{ ...hidden, reason: row.hiddenBecause, createdAt: row.movedAt }]
      : []),
  ]
}
