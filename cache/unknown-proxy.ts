import type { IncomingMessage } from 'node:http'
import { isTrustedPeer } from './client-address.ts'

type Peer = Pick<IncomingMessage, 'headers' | 'socket'>

/** Tells once, when somebody whose X-Forwarded-For is not believed sends one. */
export function watchForProxy(isTrusted: (address: string) => boolean, tell: () => void) {
  let told = false
  return ({ headers, socket }: Peer) => {
    if (told || headers['x-forwarded-for'] === undefined || isTrustedPeer(socket.remoteAddress, isTrusted)) return
    told = true
    tell()
  }
}
