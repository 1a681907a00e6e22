import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import { emailAddress } from '../member/sign-in-input'
import { done, refuse } from '../outcome'

/** What a moderator blocks; of a range Postgres takes the bits away that lie outside it. */
export type BlockedThing = { kind: 'email' | 'domain'; name: string } | { kind: 'range'; range: string }

/** Of an address the smallest and the largest range that can be blocked. An IPv6 network has 2^64 addresses at least. */
const bits = { v4: { most: 32, least: 16 }, v6: { most: 64, least: 32 } } as const

/** Reads what was typed: an e-mail address, a domain, an address, or a range such as 192.0.2.0/24. */
export function readBlockedThing(typed: string) {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (/^[\d./]+$/.test(text) || text.includes(':')) return readRange(text)
  const [local, ...domain] = text.split('@')
  return domain.length > 0 && local !== '' ? readEmail(text) : readDomain(domain.at(-1) ?? text)
}

function readRange(text: string) {
  const [address = '', length, ...more] = text.split('/')
  const allowed = isIPv4(address) ? bits.v4 : isIPv6(address) && !address.includes('%') ? bits.v6 : undefined
  if (!allowed || more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return refuse('no-such-thing')
  const asked = length === undefined ? allowed.most : Number(length)
  if (asked < allowed.least) return refuse('too-wide')
  // One address of IPv6 is no more than another of the same network.
  return asked > (allowed === bits.v6 ? 128 : 32)
    ? refuse('no-such-thing')
    : done({ kind: 'range' as const, range: `${address}/${Math.min(asked, allowed.most)}` })
}

function readEmail(text: string) {
  const email = emailAddress.safeParse(text)
  return email.success ? done({ kind: 'email' as const, name: spelled(email.data) }) : refuse('no-such-thing')
}

function readDomain(text: string) {
  const name = domainToASCII(text)
  if (name.length > 253 || !/^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(name)) return refuse('no-such-thing')
  return done({ kind: 'domain' as const, name })
}

/** An e-mail address with its domain as the wire spells it, and without what follows a plus sign. */
function spelled(email: string) {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at).replace(/(.)\+.*$/, '$1')}@${domainToASCII(email.slice(at + 1))}`
}

/** All names under which an e-mail address can be blocked: its own, its domain's, and those of the domains above that. */
export function namesOf(email: string) {
  const whole = spelled(email.normalize('NFKC').trim().toLowerCase())
  const labels = whole.slice(whole.lastIndexOf('@') + 1).split('.')
  const domains = labels.slice(0, -1).map((_, place) => labels.slice(place).join('.'))
  return [whole, ...domains]
}
