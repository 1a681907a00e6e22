import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/**
 * HMAC-SHA-256 of a value under AUTH_SECRET, as base64url. The purpose keeps hashes that were made for one
 * thing from being of use for another.
 */
export function keyedHash(purpose: string, value: string) {
  const secret = env().authSecret
  if (!secret) throw new Error('AUTH_SECRET is not set: start the site with `npm start`, which makes one')
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url')
}

/** Compares in a time that does not depend on where the two differ. */
export function equalHashes(a: string, b: string) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
