import type { Actor } from '../actor'

/** Whether a new comment is seen at once, or by a moderator first, and why. */
export function firstStanding(actor: Actor, wasVisibleBefore: boolean) {
  if (actor.id === null) return { standing: 'held', heldBecause: 'guest' } as const
  if (actor.rank === 'member' && !wasVisibleBefore) return { standing: 'held', heldBecause: 'first-comment' } as const
  return { standing: 'visible', heldBecause: null } as const
}
