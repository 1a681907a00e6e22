import { updateThreadOrder } from '@/db/queries/members'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import type { ThreadOrder } from './thread-order'

/** A member has conversations ordered in another way from now on, wherever they sign in. */
export async function chooseOrder(actor: Actor, order: ThreadOrder) {
  if (actor.id === null || !may(actor, 'account.change')) return refuse('not-allowed')
  await updateThreadOrder(actor.id, order)
  return done({ order })
}
