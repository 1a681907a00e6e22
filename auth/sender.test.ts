import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { deleteAddressKeysBefore, takeAddressKey } from '@/db/queries/address-keys'
import { addressKey } from '@/db/schema'
import { weekOf } from '@/lib/week'
import { senderOf } from './sender'
import { newVisitorCookie } from './visitor'

const { key } = newVisitorCookie()
const from = (addressPrefix: string) => ({ key, addressHash: `limit ${addressPrefix}`, addressPrefix })
const hashOf = async (prefix: string, at: string) => (await senderOf(from(prefix), new Date(at))).addressHash

test('one neighbourhood is known again within its week, on every node, and by another hash in the next', async () => {
  const hash = await hashOf('192.0.2.0/24', '2026-11-26T00:00:00Z')
  expect(await hashOf('192.0.2.0/24', '2026-12-02T23:59:59Z')).toBe(hash)
  expect(await hashOf('192.0.3.0/24', '2026-11-27T00:00:00Z')).not.toBe(hash)
  expect(await hashOf('192.0.2.0/24', '2026-12-03T00:00:00Z')).not.toBe(hash)
  // Asked of the database anew, as by a node that starts.
  expect(await hashOf('192.0.2.0/24', '2026-11-26T12:00:00Z')).toBe(hash)
})

test('when its key is gone, a hash is never made again', async () => {
  const hash = await hashOf('192.0.2.0/24', '2026-11-26T00:00:00Z')
  await hashOf('192.0.2.0/24', '2026-12-03T00:00:00Z')
  await deleteAddressKeysBefore(weekOf(new Date('2026-12-03T00:00:00Z')))
  expect(await hashOf('192.0.2.0/24', '2026-11-26T00:00:00Z')).not.toBe(hash)
})

test('nodes that make the key of a week at once have the same one', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, (_, no) => takeAddressKey(5000, `key ${no}`)))
  expect(new Set(keys).size).toBe(1)
  expect(await db.$count(addressKey)).toBeGreaterThan(0)
})

test('what limits count by does not change with the week, and no address is in what is stored', async () => {
  const sender = await senderOf(from('192.0.2.0/24'), new Date())
  expect(sender.visitorKey).toBe(key)
  expect(JSON.stringify(sender)).not.toContain('192.0')
})
