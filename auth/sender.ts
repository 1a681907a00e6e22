import { randomBytes } from 'node:crypto'
import { takeAddressKey } from '@/db/queries/address-keys'
import type { Sender } from '@/domain/comment/sender'
import { keyedHash } from '@/lib/keyed-hash'
import { weekOf } from '@/lib/week'
import type { Visitor } from './visitor'

let current: { week: number; key: string } | undefined

/**
 * What is stored of whoever sends a form. The hash of the address' prefix is under a key of its week, so that moderators
 * see for some days what came from one neighbourhood, and nobody can tell which one that was when the key is gone. Limits
 * count by another hash, which is kept for as long as the limit counts: a new week makes nobody's count begin anew.
 */
export async function senderOf(
  { key, addressPrefix }: Pick<Visitor, 'key' | 'addressPrefix'>,
  now = new Date(),
): Promise<Sender> {
  const week = weekOf(now)
  if (current?.week !== week) current = { week, key: await takeAddressKey(week, randomBytes(32).toString('base64url')) }
  return { visitorKey: key, addressHash: keyedHash(`sender ${current.key}`, addressPrefix) }
}
