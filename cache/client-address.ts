import { BlockList, isIP } from 'node:net'
import { Fault } from '../lib/fault.ts'

/** Addresses (`10.0.0.1`) and networks (`10.0.0.0/8`) whose X-Forwarded-For is believed. Throws on anything else. */
export function createTrust(proxies: readonly string[]) {
  const list = new BlockList()
  for (const proxy of proxies) addProxy(list, proxy)
  return (address: string) => isIP(address) !== 0 && list.check(address, family(address))
}

function addProxy(list: BlockList, proxy: string) {
  const [address = '', bits] = proxy.split('/')
  if (!isIP(address) || !isPrefix(bits, isIP(address) === 6 ? 128 : 32)) {
    throw new Fault(`TRUSTED_PROXIES: "${proxy}" is neither an address nor a network such as 10.0.0.0/8.`)
  }
  if (bits === undefined) list.addAddress(address, family(address))
  else list.addSubnet(address, Number(bits), family(address))
}

const isPrefix = (bits: string | undefined, most: number) =>
  bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most)

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Whom we talk to: the socket's other end; behind trusted proxies the last address in X-Forwarded-For that is not
 * such a proxy itself, since everything to the left of it may be invented.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string,
  isTrusted: (address: string) => boolean,
) {
  let client = plain(socketAddress ?? '')
  const hops = forwardedFor.split(',').map((hop) => plain(hop.trim()))
  while (isTrusted(client)) {
    const before = hops.pop()
    if (!before || !isIP(before)) break
    client = before
  }
  return client
}

export const isTrustedPeer = (socketAddress: string | undefined, isTrusted: (address: string) => boolean) =>
  isTrusted(plain(socketAddress ?? ''))

/** Without the IPv4-in-IPv6 prefix of dual-stack sockets, the brackets and the port that some proxies write. */
function plain(address: string) {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(bare)) return bare
  return bare.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}
