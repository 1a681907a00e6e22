import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import type { Allowances } from './allowance.ts'
import { clientAddress } from './client-address.ts'
import type { CommentEvents } from './comment-events.ts'
import type { FindEarlierAsset } from './earlier-assets.ts'
import type { FindEnhancements } from './enhancements.ts'
import type { FindStyle } from './inline-styles.ts'
import { innerHeaders } from './inner-headers.ts'
import type { OwnWrites } from './own-writes.ts'
import type { PageDisk } from './page-disk.ts'
import { deskPolicy } from './policy.ts'
import { kindOfRoute, type RouteKind } from './routes.ts'
import type { TagClock } from './tag-clock.ts'

/** What the server knows of the site behind it. */
export type Site = {
  /** Next's request handler. */
  next: RequestListener
  /** The address under which readers know the site. */
  url: URL
  isTrustedProxy(address: string): boolean
  isDatabaseReachable(): Promise<boolean>
  /** What else must hold for this node to take readers, by its name in /readyz. */
  checks: Record<string, () => Promise<boolean>>
  clock: TagClock
  /** Milliseconds that Next is given for an answer. */
  deadline: number
  /** Bytes of pages that are kept in memory. */
  room: number
  /** Where pages are kept beyond that, and beyond a restart. */
  disk?: PageDisk | undefined
  /** Whether a CDN in front keeps pages too, and is purged. */
  forCdn?: boolean
  /** Where numbers about the pages are told. */
  metrics?: Registry
  findEarlierAsset?: FindEarlierAsset
  findEnhancements?: FindEnhancements
  /** What stands in documents instead of links to files of styles. */
  findStyle?: FindStyle
  /** What tells open pages of new comments. */
  commentEvents?: CommentEvents
  /** Lets who sent a form see at other nodes what it changed. */
  ownWrites?: OwnWrites
  /** Other than the usual ones. */
  allowances?: Allowances
  /** In development Next's own pages for faults are shown, which name the line. */
  dev: boolean
}

/** A request that has been looked at. */
export type Visit = {
  request: IncomingMessage
  out: ServerResponse
  kind: RouteKind
  /** Path and query, as they were written. */
  address: string
  path: string
  /** At a desk: what its page's scripts carry, and nothing else on it can. */
  nonce?: string
}

/** The visit, or undefined where the address is not written as one. */
export function lookAt(request: IncomingMessage, out: ServerResponse): Visit | undefined {
  const address = addressOf(request.url ?? '')
  const [path = ''] = address.split('?', 1)
  const meant = decode(path)
  if (!meant?.startsWith('/') || /[\0\\]/.test(meant) || leadsElsewhere(meant)) return undefined
  const kind = kindOfRoute(meant)
  return { request, out, kind, address, path, ...(kind === 'desk' && { nonce: randomBytes(18).toString('base64') }) }
}

/** Out of the absolute form too, which proxies may send (RFC 9112 3.2.2). */
const addressOf = (target: string) => target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/, '')

/** Next would walk a dot segment, and answer another address than the one that was looked at. */
const leadsElsewhere = (path: string) => path.split('/').some((segment) => segment === '.' || segment === '..')

function decode(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** The address of who asks. */
export const clientOf = ({ isTrustedProxy }: Site, { request: { headers, socket } }: Visit) =>
  clientAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), isTrustedProxy)

/** The headers that Next sees of a visit; with `whole` it answers only when it knows the status. */
export const headersForNext = (site: Site, visit: Visit, whole: boolean) =>
  innerHeaders(visit.request.headers, {
    url: site.url,
    client: clientOf(site, visit),
    whole,
    ...(visit.nonce && { policy: deskPolicy(visit.nonce) }),
  })

/** The headers that Next sees where the answer is for everyone: they say nothing of who asks. */
export const headersForEveryone = ({ url }: Site) =>
  innerHeaders({ accept: '*/*' }, { url, client: '127.0.0.1', whole: false })
