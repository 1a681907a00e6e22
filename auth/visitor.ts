import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { cookies, headers } from 'next/headers'
import { addressPrefix } from '@/lib/address-prefix'
import { equalHashes, keyedHash } from '@/lib/keyed-hash'
import { privateCookie, visitorCookie, visitorSeconds } from './cookies'

/** What is known of somebody who needs no account: a browser's key and the hash of its neighbourhood. */
export type Visitor = {
  /** None until the browser did something that needs one. */
  key: string | null
  /** What limits count by. It is stored nowhere else, and there for as long as the limit counts. */
  addressHash: string
  /** For the moment of the request only: it is stored and logged nowhere. */
  addressPrefix: string
  /** The address itself; none where there is no telling. As short-lived. */
  address: string | null
}

export async function currentVisitor(): Promise<Visitor> {
  const cookie = (await cookies()).get(visitorCookie)?.value
  const client = (await headers()).get('x-courant-client') ?? ''
  const prefix = addressPrefix(client)
  return {
    key: readVisitorKey(cookie),
    addressHash: keyedHash('address', prefix),
    addressPrefix: prefix,
    address: isIP(client) ? client : null,
  }
}

/** The same, for server actions, which may set the cookie when there is none yet. */
export async function ensureVisitor(): Promise<Visitor & { key: string }> {
  const visitor = await currentVisitor()
  if (visitor.key) return { ...visitor, key: visitor.key }
  const { value, key } = newVisitorCookie()
  ;(await cookies()).set(visitorCookie, value, { ...privateCookie(), maxAge: visitorSeconds })
  return { ...visitor, key }
}

/** A random number of 128 bits and its signature, and the key that the database knows it by. */
export function newVisitorCookie(number = randomBytes(16).toString('base64url')) {
  return { value: `${number}.${sign(number)}`, key: keyedHash('visitor', number) }
}

/** Nothing for a cookie that we did not make. */
export function readVisitorKey(cookie: string | undefined) {
  const [number, signature, ...more] = cookie?.split('.') ?? []
  if (!number || !signature || more.length > 0 || !equalHashes(signature, sign(number))) return null
  return keyedHash('visitor', number)
}

const sign = (number: string) => keyedHash('visitor-cookie', number)
