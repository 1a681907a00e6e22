import { newId } from '@/lib/new-id'

type Target = { likes: number; dislikes: number; since: Date; byMemberId?: string | null }

/**
 * A row for each counted reaction: of the members first, never of who wrote the thing, and of visitors for the rest.
 * `place` turns the circle of members, so that not the same ones like everything.
 */
export function reactionRows(
  { likes, dislikes, since, byMemberId }: Target,
  memberIds: string[],
  place: number,
  now: Date,
) {
  const others = memberIds.filter((id) => id !== byMemberId)
  const all = likes + dislikes
  // Half of the members at most: the others have not seen it.
  const members = Math.min(Math.floor(others.length / 2), Math.ceil(all / 3))
  return Array.from({ length: all }, (_, n) => {
    const memberId = n < members ? (others[(place * 7 + n) % others.length] ?? null) : null
    const value = (n * dislikes) % all < dislikes ? -1 : 1
    const age = (now.getTime() - since.getTime()) * ((n + 1) / (all + 1)) ** 2
    return {
      memberId,
      visitorKey: memberId ? null : `demo:${newId()}`,
      value,
      createdAt: new Date(since.getTime() + age),
    }
  })
}
