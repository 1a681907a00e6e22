import type { ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressPrefix } from '../lib/address-prefix.ts'

/** How many requests of a kind one address prefix may send in so many seconds. */
const policies = {
  /** Pages drawn for one person or one question. */
  pages: { points: 600, duration: 60 },
  forms: { points: 120, duration: 60 },
  /** Of what a page's policy forbade. */
  reports: { points: 20, duration: 60 },
} as const

type PolicyName = keyof typeof policies

export type Allowances = Record<PolicyName, { points: number; duration: number }>

/**
 * Counts in this process, before anything is read from the database, and tells each answer what is left
 * (draft-ietf-httpapi-ratelimit-headers-10). What a person may do is limited where it is done: db/rate-limit.ts.
 */
export function createAllowances(given: Allowances = policies) {
  const limiters = {
    pages: new RateLimiterMemory({ ...given.pages, keyPrefix: 'pages' }),
    forms: new RateLimiterMemory({ ...given.forms, keyPrefix: 'forms' }),
    reports: new RateLimiterMemory({ ...given.reports, keyPrefix: 'reports' }),
  }

  /** Takes one; the seconds to wait where there is none left. */
  return async function take(name: PolicyName, address: string, out: ServerResponse) {
    const left = await limiters[name].consume(addressPrefix(address)).catch(asRefusal)
    const seconds = Math.max(1, Math.ceil(left.msBeforeNext / 1000))
    const { points, duration } = given[name]
    out.setHeader('ratelimit-policy', `"${name}";q=${points};w=${duration}`)
    out.setHeader('ratelimit', `"${name}";r=${Math.max(0, left.remainingPoints)};t=${seconds}`)
    return left.consumedPoints > points ? seconds : undefined
  }
}

function asRefusal(refusal: unknown) {
  if (refusal instanceof RateLimiterRes) return refusal
  throw refusal
}

export type TakeAllowance = ReturnType<typeof createAllowances>
