import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { env } from '../lib/env.ts'
import { isPage } from './document.ts'
import { chooseEncoding, encodeOnce, isCompressible } from './encoding.ts'
import type { Answer, Head } from './held-response.ts'
import { documentPolicy, filePolicy, permissions } from './policy.ts'

/** On everything that leaves the house. */
export function safety() {
  return {
    'x-content-type-options': 'nosniff',
    // Stricter ones make browsers send `Origin: null`, which the check on forms refuses.
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'DENY',
    'content-security-policy': filePolicy,
    ...(env().siteUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

const pageSafety = { 'content-security-policy': documentPolicy, 'permissions-policy': permissions }

const internal = /^(x-courant-|x-next-cache-tags$|x-nextjs-(cache|prerender|stale-time|postponed)$)/

/** The headers for the reader: Next's `s-maxage` is for us alone; what is not for everyone is nobody's to store. */
export function outwardHeaders(head: Head): OutgoingHttpHeaders {
  const { headers } = head
  const outward = Object.entries(headers).filter(([name]) => !internal.test(name))
  const kept = Object.fromEntries(outward.map(([name, value]) => [name, withoutRepeats(value)]))
  return { ...safety(), ...(isPage(head) && pageSafety), ...kept, 'cache-control': outwardCaching(headers) }
}

/** Next writes the headers of a stored answer twice, such as the address of a redirect. */
function withoutRepeats(value: OutgoingHttpHeaders[string]) {
  if (!Array.isArray(value)) return value
  const [first, ...others] = new Set(value)
  return others.length === 0 ? first : [first ?? '', ...others]
}

function outwardCaching(headers: OutgoingHttpHeaders) {
  const caching = String(headers['cache-control'] ?? '')
  if (headers['set-cookie'] !== undefined) return 'private, no-store'
  if (isShareable(headers)) return 'public, max-age=0, must-revalidate'
  return /^public\b|^no-store$/.test(caching) ? caching : 'private, no-store'
}

/** Whether Next drew it for everyone. */
const isShareable = (headers: OutgoingHttpHeaders) => /\bs-maxage=/.test(String(headers['cache-control'] ?? ''))

/** Sends a whole answer that is not stored, compressed where the reader can take it so. */
export async function sendAnswer(request: IncomingMessage, out: ServerResponse, answer: Answer) {
  if (out.destroyed || out.headersSent) return
  const headers = outwardHeaders(answer)
  const isTypeCompressible = isCompressible(headers['content-type'], answer.body.byteLength)
  const isToCompress = isTypeCompressible && !headers['content-encoding']
  const encoding = isToCompress ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
  const body = await encodeOnce(answer.body, encoding)
  if (isToCompress) headers.vary = withEncoding(headers.vary)
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  const hasBody = answer.status !== 204 && answer.status !== 304
  if (hasBody) headers['content-length'] = body.byteLength
  if (out.destroyed || out.headersSent) return
  out.writeHead(answer.status, headers).end(request.method === 'HEAD' || !hasBody ? undefined : body)
}

export function withEncoding(vary: OutgoingHttpHeaders[string]) {
  const names = [vary ?? []].flat().join(', ')
  if (/\baccept-encoding\b/i.test(names)) return names
  return names ? `${names}, Accept-Encoding` : 'Accept-Encoding'
}
