import { type Actor, type MemberActor, may, type Rank } from '../actor'

/** Whose voice is taken away takes away nobody's. */
export const maySanction = (actor: Actor): actor is MemberActor => actor.id !== null && may(actor, 'member.sanction')

/** Moderators judge members; of the staff an admin alone judges, and nobody themselves. */
export function whyNotAbout(actor: MemberActor, person: { id: string; rank: Rank }) {
  if (person.id === actor.id) return 'own-account'
  return person.rank !== 'member' && actor.rank !== 'admin' ? 'of-staff' : undefined
}
