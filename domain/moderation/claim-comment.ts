import { hasComment, listClaims, upsertClaim } from '@/db/queries/claims'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { mayDecide } from './decision-steps'

const claimMinutes = 5

/**
 * Whoever opens a comment at the desk has it for five minutes from the last look: others are told so, and may decide all
 * the same. It holds nobody up, since of two decisions the first wins anyway.
 */
export async function claimComment(actor: Actor, commentId: string, now = new Date()) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  if (!(await hasComment(commentId))) return refuse('no-such-comment')
  const expiresAt = new Date(now.getTime() + claimMinutes * 60_000)
  if (await upsertClaim(commentId, actor.id, now, expiresAt)) return done({ commentId, expiresAt })
  const [taken] = await listClaims([commentId], now)
  return taken ? { ...refuse('claimed'), by: taken } : refuse('no-such-comment')
}
