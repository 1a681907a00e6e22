import { z } from 'zod'
import { updateRead } from '@/db/queries/notifications'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

/** One notification, or all that had come when the page was drawn: what came since is not read. */
export const readInput = z.union([
  z.object({ id: z.uuid() }),
  z.object({
    until: z.coerce
      .number()
      .int()
      .min(0)
      .max(9_999_999_999_999)
      .transform((ms) => new Date(ms)),
  }),
])

/** A member has read what they were told. */
export async function markRead(actor: Actor, which: z.infer<typeof readInput>, now = new Date()) {
  if (actor.id === null || !may(actor, 'account.change')) return refuse('not-allowed')
  await updateRead(actor.id, which, now)
  return done({})
}
