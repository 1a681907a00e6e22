import type { MemberActor } from '../actor'

/** Who takes part in an appeal: whose decision it is about (none for a machine's), and whose comment. */
export type Parties = { firstDeciderId: string | null; memberId: string | null }

/** Whether a moderator is left who did not decide first and did not write the comment. */
export const hasOtherModerator = ({ firstDeciderId, memberId }: Parties, moderatorIds: string[]) =>
  moderatorIds.some((id) => id !== firstDeciderId && id !== memberId)

/**
 * Why somebody who decides appeals leaves this one to others; nothing where it is theirs. Nobody judges their own decision
 * or comment, and editors decide only where no other moderator can.
 */
export function whyNotTheirs(actor: MemberActor, parties: Parties, moderatorIds: string[]) {
  if (actor.id === parties.firstDeciderId) return 'own-decision'
  if (actor.id === parties.memberId) return 'own-comment'
  if (actor.rank === 'editor' && hasOtherModerator(parties, moderatorIds)) return 'left-to-moderators'
}
