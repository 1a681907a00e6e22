import type { IncomingHttpHeaders } from 'node:http'
import { storedAgent, wholeAgent } from './routes.ts'

/** Headers that only we, or Next to itself, may send: a reader's own are dropped. */
const internal = /^(x-courant-|x-middleware-|x-nextjs-|x-next-|x-now-|x-vercel-|x-invoke-|x-prerender-|x-forwarded-)/
const dropped = new Set([
  'forwarded',
  'x-real-ip',
  'x-matched-path',
  'x-action-forwarded',
  'x-http-method-override',
  'content-security-policy',
  'content-security-policy-report-only',
])

type Around = {
  url: URL
  client: string
  whole: boolean
  /** The policy that the answer will have: Next puts its nonce on what it writes. */
  policy?: string
}

/** The headers that Next sees, made from those that a reader sent. */
export function innerHeaders(sent: IncomingHttpHeaders, { url, client, whole, policy }: Around): IncomingHttpHeaders {
  const kept = Object.entries(sent).filter(([name]) => !internal.test(name) && !dropped.has(name))
  return {
    ...Object.fromEntries(kept),
    // Compressed by us, after we have read it.
    'accept-encoding': 'identity',
    host: url.host,
    'x-forwarded-host': url.host,
    'x-forwarded-proto': url.protocol.slice(0, -1),
    'x-forwarded-port': url.port || (url.protocol === 'https:' ? '443' : '80'),
    'x-forwarded-for': client,
    'x-courant-client': client,
    'x-courant-user-agent': sent['user-agent'] ?? '',
    'user-agent': whole ? wholeAgent : storedAgent,
    ...(policy && { 'content-security-policy': policy }),
  }
}
