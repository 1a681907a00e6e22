import { isIPv4, isIPv6 } from 'node:net'

/**
 * The neighbourhood of a client's address: /24 of IPv4, /48 of IPv6, since one person may have many addresses in it.
 * What is no address counts as one neighbourhood of its own.
 */
export function addressPrefix(address: string | null | undefined) {
  const bare = address?.trim().replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`
  if (isIPv6(bare)) return `${groupsOf(bare).slice(0, 3).join(':')}::/48`
  return 'unknown'
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string) {
  const short = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1)
  const [head = '', tail] = short.split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0)
  return [...(before ?? []), ...Array<string>(missing).fill('0'), ...(after ?? [])]
}
