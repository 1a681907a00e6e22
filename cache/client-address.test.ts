import { expect, test } from 'vitest'
import { clientAddress, createTrust } from './client-address.ts'

const trust = createTrust(['10.0.0.0/8', '127.0.0.1', 'fd00::/8'])

test('an address that a stranger claims for himself is not believed', () => {
  expect(clientAddress('203.0.113.7', '198.51.100.1', trust)).toBe('203.0.113.7')
})

test('behind trusted proxies the reader is the last one who is none', () => {
  expect(clientAddress('10.1.2.3', '198.51.100.1', trust)).toBe('198.51.100.1')
  expect(clientAddress('10.1.2.3', '6.6.6.6, 198.51.100.1, 10.9.9.9', trust)).toBe('198.51.100.1')
  expect(clientAddress('fd00::1', '2001:db8::5', trust)).toBe('2001:db8::5')
})

test('where the list holds nothing usable, the proxy itself stays', () => {
  expect(clientAddress('10.1.2.3', '', trust)).toBe('10.1.2.3')
  expect(clientAddress('10.1.2.3', 'unknown', trust)).toBe('10.1.2.3')
  expect(clientAddress(undefined, '1.2.3.4', trust)).toBe('')
})

test('the ways to write an address do not matter', () => {
  expect(clientAddress('::ffff:10.1.2.3', '198.51.100.1:4711', trust)).toBe('198.51.100.1')
  expect(clientAddress('::ffff:10.1.2.3', '[2001:db8::5]:4711', trust)).toBe('2001:db8::5')
})

test('a proxy that is written wrongly is named', () => {
  expect(() => createTrust(['10.0.0.0/8', 'proxy.local'])).toThrow('"proxy.local"')
  expect(() => createTrust(['10.0.0.0/64'])).toThrow('"10.0.0.0/64"')
  expect(() => createTrust(['10.0.0.0/'])).toThrow('"10.0.0.0/"')
})
