import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { keyedHash } from '@/lib/keyed-hash'
import { log } from '@/lib/log'
import { type LimitName, limits } from '@/lib/rate-limit'
import { db } from './client'
import { rateLimit } from './schema'

export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number }

const limiters = new Map<LimitName, RateLimiterDrizzle[]>()

/**
 * Counts one more of what the limit counts, for a member's id, an e-mail address or a hash of an address
 * prefix. Only a keyed hash of the key is stored.
 */
export async function takeFrom(limit: LimitName, key: string): Promise<Taken> {
  const hashed = keyedHash('rate-limit', key)
  try {
    for (const limiter of limitersOf(limit)) await limiter.consume(hashed)
    return { ok: true }
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
    }
    if (limits[limit].whenStoreFails === 'throw') throw refusal
    log.error({ err: refusal, limit }, 'a rate limit could not be counted; the request goes on')
    return { ok: true }
  }
}

function limitersOf(name: LimitName) {
  const made = limiters.get(name) ?? makeLimiters(name)
  limiters.set(name, made)
  return made
}

function makeLimiters(name: LimitName) {
  return limits[name].windows.map(
    ({ points, seconds }) =>
      new RateLimiterDrizzle({
        storeClient: db,
        schema: rateLimit,
        keyPrefix: `${name}/${seconds}`,
        points,
        duration: seconds,
        // The rows are few and small; one limiter throws away the expired ones of all.
        clearExpiredByTimeout: limiters.size === 0,
      }),
  )
}
