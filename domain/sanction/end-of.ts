import { momentInZone } from '@/lib/zoned-time'
import { done, refuse } from '../outcome'
import { type Length, offeredLengths } from './kinds'

const longest = 10 * 365 * 24 * 60 * 60_000

/** When something ends: after an offered length, at a moment that was typed as the paper's clocks show it, or never. */
export function endOf({ length, until }: { length: Length; until: string }, now: Date, timeZone: string) {
  if (length === 'endless') return done(null)
  if (length !== 'date') return done(new Date(now.getTime() + offeredLengths[length]))
  const end = momentInZone(until, timeZone)
  if (!end) return refuse('no-date')
  if (end <= now) return refuse('date-past')
  return end.getTime() - now.getTime() > longest ? refuse('date-far') : done(end)
}
