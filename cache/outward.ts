import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Answer, Head } from './held-response.ts'

const compress = promisify(gzip)

/** On everything that leaves the house. */
export const safety = {
  'x-content-type-options': 'nosniff',
  // Stricter ones make browsers send `Origin: null`, which the check on forms refuses.
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
}

const internal = /^(x-courant-|x-next-cache-tags$|x-nextjs-cache$|x-nextjs-prerender$)/

/** The headers for the reader: Next's `s-maxage` is for us alone; what is not for everyone is nobody's to store. */
export function outwardHeaders({ headers }: Head): OutgoingHttpHeaders {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !internal.test(name)))
  // Next writes the address of a stored redirect twice.
  if (Array.isArray(kept.location)) kept.location = kept.location[0]
  return { ...safety, ...kept, 'cache-control': outwardCaching(headers) }
}

function outwardCaching(headers: OutgoingHttpHeaders) {
  const caching = String(headers['cache-control'] ?? '')
  if (headers['set-cookie'] !== undefined) return 'private, no-store'
  if (isShareable(headers)) return 'public, max-age=0, must-revalidate'
  return /^public\b|^no-store$/.test(caching) ? caching : 'private, no-store'
}

/** Whether Next drew it for everyone. */
export const isShareable = (headers: OutgoingHttpHeaders) => /\bs-maxage=/.test(String(headers['cache-control'] ?? ''))

/** Sends a whole answer: 304 where the reader has it already, compressed where the reader can take it so. */
export async function sendAnswer(request: IncomingMessage, out: ServerResponse, answer: Answer) {
  if (out.destroyed || out.headersSent) return
  const headers = outwardHeaders(answer)
  const zipped = isCompressible(headers, answer.body) && acceptsGzip(request)
  if (isShareable(answer.headers)) headers.etag = etagOf(answer.body, zipped)
  if (isCompressible(headers, answer.body)) headers.vary = withEncoding(headers.vary)

  if (answer.status === 200 && headers.etag && knows(request, String(headers.etag))) {
    out.writeHead(304, without(headers, ['content-type', 'content-length', 'content-encoding'])).end()
    return
  }
  const body = zipped ? await compress(answer.body) : answer.body
  if (zipped) headers['content-encoding'] = 'gzip'
  const hasBody = answer.status !== 204 && answer.status !== 304
  if (hasBody) headers['content-length'] = body.byteLength
  out.writeHead(answer.status, headers).end(request.method === 'HEAD' || !hasBody ? undefined : body)
}

const compressible = /^(text\/|application\/(json|xml|rss\+xml|atom\+xml|feed\+json|ld\+json)|image\/svg\+xml)/i

const isCompressible = (headers: OutgoingHttpHeaders, body: Buffer) =>
  body.byteLength > 1024 && !headers['content-encoding'] && compressible.test(String(headers['content-type'] ?? ''))

function acceptsGzip(request: IncomingMessage) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bgzip\b/i.test(accepted) && !/\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)/i.test(accepted)
}

/** Strong: each encoding has its own. */
function etagOf(body: Buffer, zipped: boolean) {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}${zipped ? '-gzip' : ''}"`
}

/** RFC 9110 13.1.2: the comparison is weak, so a proxy's `W/` does not matter. */
function knows(request: IncomingMessage, etag: string) {
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

function withEncoding(vary: OutgoingHttpHeaders[string]) {
  const names = [vary ?? []].flat().join(', ')
  if (/\baccept-encoding\b/i.test(names)) return names
  return names ? `${names}, Accept-Encoding` : 'Accept-Encoding'
}

function without(headers: OutgoingHttpHeaders, names: readonly string[]) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))
}
