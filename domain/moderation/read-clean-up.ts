import { countCleanUp, findCleanUp, listIdsOfCleanUp, listSwath, type Swath } from '@/db/queries/clean-ups'
import { listDeskComments } from '@/db/queries/desk-comments'
import { listPeople } from '@/db/queries/desk-people'
import { findMember } from '@/db/queries/desk-person'
import { mostAtOnce } from './clean-up'
import { undoableSince } from './clean-up-undo'

/** Comments that a page shows of many. */
const mostShown = 50

/** What a clean-up would hide: how many, the latest of them, and of whose account; nothing is changed. */
export async function readSwath(swath: Swath, actorId: string) {
  const [found, member] = await Promise.all([
    listSwath(swath, actorId, mostAtOnce + 1),
    swath.reach === 'account' && swath.memberId ? findMember(swath.memberId) : undefined,
  ])
  return {
    member,
    count: Math.min(found.length, mostAtOnce),
    hasMore: found.length > mostAtOnce,
    latest: await latestOf(found.map(({ id }) => id)),
  }
}

export type FoundSwath = Awaited<ReturnType<typeof readSwath>>

/** A clean-up that was made, with what became of its comments; nothing where there is none. */
export async function readCleanUp(id: string, now = new Date()) {
  const found = await findCleanUp(id)
  if (!found) return
  const [counts, ids, people] = await Promise.all([
    countCleanUp(id),
    listIdsOfCleanUp(id, mostShown),
    listPeople(found.memberId ? [found.memberId] : []),
  ])
  const canUndo = found.createdAt > undoableSince(now)
  const until = new Date(found.createdAt.getTime() + now.getTime() - undoableSince(now).getTime())
  return { ...found, counts, canUndo, until, handle: people[0]?.handle, latest: await latestOf(ids) }
}

export type FoundCleanUp = NonNullable<Awaited<ReturnType<typeof readCleanUp>>>

/** Ids begin with the moment at which they were made. */
async function latestOf(ids: string[]) {
  const comments = await listDeskComments([...ids].sort().reverse().slice(0, mostShown))
  return comments.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
}
