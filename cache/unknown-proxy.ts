import type { IncomingMessage } from 'node:http'
import { isTrustedPeer } from './client-address.ts'

type Peer = Pick<IncomingMessage, 'headers' | 'socket'>

const loopback = /^(::ffff:)?127\.|^::1$/

/**
 * After an action Next asks its own server for the page that the redirect leads to, and writes the header itself;
 * or somebody on this machine does.
 */
function isOwn({ headers, socket }: Peer) {
  const hops = String(headers['x-forwarded-for']).split(',')
  const isHere = loopback.test(socket.remoteAddress ?? '')
  return isHere && (headers.rsc !== undefined || hops.every((hop) => loopback.test(hop.trim())))
}

/** Tells once, when somebody whose X-Forwarded-For is not believed sends one. */
export function watchForProxy(isTrusted: (address: string) => boolean, tell: () => void) {
  let told = false
  return (peer: Peer) => {
    const { headers, socket } = peer
    if (told || headers['x-forwarded-for'] === undefined || isTrustedPeer(socket.remoteAddress, isTrusted)) return
    if (isOwn(peer)) return
    told = true
    tell()
  }
}
