import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log } from '../lib/log.ts'
import { drawStatusPage } from './document.ts'
import { isForeign } from './foreign.ts'
import { isForm, receiveForm } from './form-recovery.ts'
import type { Answer } from './held-response.ts'
import { safety, sendAnswer } from './outward.ts'
import { answerReading } from './reading.ts'
import { watchForProxy } from './unknown-proxy.ts'
import { headersForNext, lookAt, type Site, type Visit } from './visit.ts'

/** Everything between a reader and Next. */
export function createFrontDoor(site: Site): RequestListener {
  const watch = watchForProxy(site.isTrustedProxy, () => log.warn(unknownProxy))
  return (request, out) => {
    watch(request)
    receive(site, request, out).catch((fault) => {
      log.error({ err: fault }, 'a request failed before it reached the site')
      if (out.headersSent) out.destroy()
      else void sendAnswer(request, out, drawStatusPage(500))
    })
  }
}

const unknownProxy =
  'X-Forwarded-For came from an address that TRUSTED_PROXIES does not name. If that is your proxy, name it there: until then all readers count as one, and share its limits.'

async function receive(site: Site, request: IncomingMessage, out: ServerResponse) {
  const visit = lookAt(request, out)
  if (!visit) return sendAnswer(request, out, drawStatusPage(400))
  if (callsReading(request)) return sendAnswer(request, out, drawStatusPage(404))
  if (isForeign(request, site.url)) return refuseForeign(site, visit)
  if (visit.path === '/healthz') return sendAnswer(request, out, healthy)
  if (visit.kind === 'asset') return passToNext(site, visit)
  if (writesTags(visit)) return sendAnswer(request, out, drawStatusPage(404))
  if (visit.kind !== 'machine' && !pageMethods.has(request.method ?? '')) return refuseMethod(visit)
  if (isForm(visit)) return receiveForm(site, visit)
  return answerReading(site, visit)
}

/**
 * Next takes the id of a `use cache` function for that of an action. Ids of those have the highest bit of their first
 * byte set, and nobody but the site itself has business with them.
 */
function callsReading({ headers }: IncomingMessage) {
  return /^[89a-f]/i.test(String(headers['next-action'] ?? ''))
}

/** Next makes the path a tag of its page and parts tags at commas. No page of the paper has one in its address. */
const writesTags = ({ path }: Visit) => /,|%2c/i.test(path)

const pageMethods = new Set(['GET', 'HEAD', 'POST'])

const healthy: Answer = {
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from('ok'),
}

/** Next serves the build's files itself, compressed and kept for good. */
function passToNext(site: Site, visit: Visit) {
  const { request, out } = visit
  for (const [name, value] of Object.entries(safety)) out.setHeader(name, value)
  request.headers = { ...headersForNext(site, visit, false), 'accept-encoding': request.headers['accept-encoding'] }
  return site.next(request, out)
}

/** Who sent a form gets the text back, whatever it was sent to. */
function refuseForeign(site: Site, visit: Visit) {
  return isForm(visit) ? receiveForm(site, visit) : sendAnswer(visit.request, visit.out, drawStatusPage(403))
}

function refuseMethod({ request, out }: Visit) {
  const page = drawStatusPage(405)
  return sendAnswer(request, out, { ...page, headers: { ...page.headers, allow: 'GET, HEAD, POST' } })
}
