import { z } from 'zod'
import { upsertPreference } from '@/db/queries/notifications'
import { takeFrom } from '@/db/rate-limit'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { frequencies, kinds, usual } from './kinds'
import { readUnsubscribeToken } from './unsubscribe-token'

/** A form says nothing of a box that is not ticked. */
export const preferenceInput = z.object({
  kind: z.enum(kinds),
  inPage: z.preprocess((value) => value === 'on', z.boolean()),
  mail: z.enum(frequencies),
})

/** A member says how to be told of one kind of thing, from now on. */
export async function changePreference(
  actor: Actor,
  { kind, ...wish }: z.infer<typeof preferenceInput>,
  now = new Date(),
) {
  if (actor.id === null || !may(actor, 'account.change')) return refuse('not-allowed')
  const allowance = await takeFrom('account', actor.id)
  if (!allowance.ok) return refuse('too-often')
  await upsertPreference(actor.id, kind, { ...wish, usual }, now)
  return done({ kind })
}

/**
 * Stops the letters of which a link was sent. Whoever has the link may, signed in or not and whatever their sanction; the
 * letters that are due already are not sent either.
 */
export async function unsubscribe(token: string, now = new Date()) {
  const subject = readUnsubscribeToken(token)
  if (!subject) return refuse('no-such-link')
  const { memberId, kind } = subject
  // Of an account that is gone there is nothing to stop.
  await upsertPreference(memberId, kind, { mail: 'off', usual }, now)
  return done({ kind })
}
