import { expect, test } from 'vitest'
import { addressPrefix } from './address-prefix'

test.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:12:3456:789a::1', '2001:db8:12::/48'],
  ['2001:0DB8:0012::', '2001:db8:12::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
])('%s lives in %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix)
})

test('neighbours share a prefix, others do not', () => {
  expect(addressPrefix('203.0.113.7')).toBe(addressPrefix('203.0.113.200'))
  expect(addressPrefix('203.0.113.7')).not.toBe(addressPrefix('203.0.114.7'))
  expect(addressPrefix('2001:db8:1::1')).toBe(addressPrefix('2001:db8:1:ffff::2'))
  expect(addressPrefix('2001:db8:1::1')).not.toBe(addressPrefix('2001:db8:2::1'))
})

test.each(['', undefined, null, 'unknown', '300.1.1.1', '1.2.3', 'evil"'])('%j is no address', (address) => {
  expect(addressPrefix(address)).toBe('unknown')
})
