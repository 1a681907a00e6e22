import { expect, test } from 'vitest'
import { namesOf, readBlockedThing } from './blocked-thing'

test.each([
  [' Spam@Example.ORG ', { kind: 'email', name: 'spam@example.org' }],
  ['spam+1@example.org', { kind: 'email', name: 'spam@example.org' }],
  ['@Example.org', { kind: 'domain', name: 'example.org' }],
  ['mail.example.org', { kind: 'domain', name: 'mail.example.org' }],
  ['bücher.example', { kind: 'domain', name: 'xn--bcher-kva.example' }],
  ['192.0.2.7', { kind: 'range', range: '192.0.2.7/32' }],
  ['192.0.2.0/24', { kind: 'range', range: '192.0.2.0/24' }],
  ['192.0.0.0/16', { kind: 'range', range: '192.0.0.0/16' }],
  ['2001:db8::1', { kind: 'range', range: '2001:db8::1/64' }],
  ['2001:db8::1/128', { kind: 'range', range: '2001:db8::1/64' }],
  ['2001:DB8::/32', { kind: 'range', range: '2001:db8::/32' }],
])('%s is read as what it is', (typed, value) => {
  expect(readBlockedThing(typed)).toEqual({ ok: true, value })
})

test.each([
  ['', 'no-such-thing'],
  ['org', 'no-such-thing'],
  ['.org', 'no-such-thing'],
  ['example .org', 'no-such-thing'],
  ['192.0.2', 'no-such-thing'],
  ['192.0.2.1/33', 'no-such-thing'],
  ['192.0.2.1/24/8', 'no-such-thing'],
  ['192.0.2.1/-1', 'no-such-thing'],
  ['fe80::1%eth0', 'no-such-thing'],
  ['2001:db8::/129', 'no-such-thing'],
  ['10.0.0.0/15', 'too-wide'],
  ['0.0.0.0/0', 'too-wide'],
  ['2001::/31', 'too-wide'],
])('“%s” is refused', (typed, refusal) => {
  expect(readBlockedThing(typed)).toEqual({ ok: false, refusal })
})

test('an e-mail address is met by its own name, its domain and those above it, and by no top level', () => {
  expect(namesOf('Ida+news@Mail.Example.org')).toEqual(['ida@mail.example.org', 'mail.example.org', 'example.org'])
})
