import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log } from '../lib/log.ts'
import { createAllowances, type TakeAllowance } from './allowance.ts'
import { isForCommentEvents } from './comment-events.ts'
import { isForeign } from './foreign.ts'
import { isForm, receiveForm } from './form-recovery.ts'
import type { Answer } from './held-response.ts'
import type { Lane } from './lane.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { answerOperators, isForOperators } from './operator-pages.ts'
import { safety, sendAnswer } from './outward.ts'
import { createPageCache, isPlain, type PageCache } from './page-cache.ts'
import { tellOfCommentEvents, tellOfPages } from './page-metrics.ts'
import { reportPath } from './policy.ts'
import { takePolicyReport } from './policy-reports.ts'
import { answerReading, drawForEveryone, sendDrawn } from './reading.ts'
import { rulesAnswer, rulesPath } from './speculation-rules.ts'
import { drawStatusPage } from './status-page.ts'
import { watchForProxy } from './unknown-proxy.ts'
import { clientOf, headersForNext, lookAt, type Site, type Visit } from './visit.ts'

/** Everything between a reader and Next. */
export function createFrontDoor(site: Site): RequestListener {
  const watch = watchForProxy(site.isTrustedProxy, () => log.warn(unknownProxy))
  const house = furnish(site)
  return (request, out) => {
    const isElsewhere = site.ownWrites?.isElsewhere(request)
    if (!isElsewhere && house.pages.serve(request, out)) return
    watch(request)
    receive(house, request, out).catch((fault) => {
      log.error({ err: fault }, 'a request failed before it reached the site')
      if (out.headersSent) out.destroy()
      else void sendAnswer(request, out, drawStatusPage(500))
    })
  }
}

const unknownProxy =
  'X-Forwarded-For came from an address that TRUSTED_PROXIES does not name. If that is your proxy, name it there: until then all readers count as one, and share its limits.'

type House = { site: Site; lanes: Lanes; pages: PageCache; pictures: PageCache; take: TakeAllowance }

function furnish(site: Site): House {
  const lanes = createLanes()
  const cache = (lane: Lane, room: number) =>
    createPageCache({
      clock: site.clock,
      draw: (visit) => lane.run(() => drawForEveryone(site, visit)),
      sendUnstored: (visit, drawn) => sendDrawn(site, visit, drawn),
      room,
      disk: site.disk,
      forCdn: site.forCdn,
    })
  const caches = { pages: cache(lanes.pages, site.room), pictures: cache(lanes.strangers, site.room / 2) }
  if (site.metrics) tellOfPages(site.metrics, caches, lanes)
  if (site.metrics && site.commentEvents) tellOfCommentEvents(site.metrics, site.commentEvents)
  return { site, lanes, ...caches, take: createAllowances(site.allowances) }
}

async function receive(house: House, request: IncomingMessage, out: ServerResponse) {
  const { site } = house
  const visit = lookAt(request, out)
  if (!visit) return sendAnswer(request, out, drawStatusPage(400))
  if (callsReading(request)) return sendAnswer(request, out, drawStatusPage(404))
  // Sent by the browser itself, with or without a word of where from.
  if (visit.path === reportPath && request.method === 'POST') return receiveReport(house, visit)
  if (isForeign(request, site.url)) return refuseForeign(house, visit)
  if (visit.path === '/healthz') return sendAnswer(request, out, healthy)
  if (visit.path === rulesPath) return sendAnswer(request, out, rulesAnswer)
  if (isForOperators(visit)) return answerOperators(site, visit)
  if (site.commentEvents && isForCommentEvents(visit)) return site.commentEvents.answer(visit, clientOf(site, visit))
  if (visit.kind === 'asset') return sendAsset(site, visit)
  if (writesTags(visit)) return sendAnswer(request, out, drawStatusPage(404))
  if (visit.kind !== 'machine' && !pageMethods.has(request.method ?? '')) return refuseMethod(visit)
  return request.method === 'POST' ? write(house, visit) : read(house, visit)
}

async function receiveReport({ site, take }: House, visit: Visit) {
  const wait = await take('reports', clientOf(site, visit), visit.out)
  const answer = wait ? drawStatusPage(429, wait) : await takePolicyReport(visit.request)
  // What was not read of the body would be taken for the next request.
  if (!visit.request.readableEnded) visit.out.shouldKeepAlive = false
  return sendAnswer(visit.request, visit.out, answer)
}

async function write({ site, lanes, take }: House, visit: Visit) {
  const wait = await take('forms', clientOf(site, visit), visit.out)
  if (isForm(visit)) return receiveForm(site, lanes, visit, wait)
  return wait ? sendAnswer(visit.request, visit.out, drawStatusPage(429, wait)) : answerReading(site, lanes, visit)
}

async function read({ site, lanes, pages, pictures, take }: House, visit: Visit) {
  if (site.ownWrites?.isElsewhere(visit.request)) await site.ownWrites.heard()
  const isForEveryone = isPlain(visit.request) && visit.path.length <= longestPath && !site.dev
  if (isForEveryone && visit.kind === 'stored') return pages.answer(visit)
  if (isForEveryone && visit.kind === 'picture') return pictures.answer(visit)
  const wait = await take('pages', clientOf(site, visit), visit.out)
  return wait ? sendAnswer(visit.request, visit.out, drawStatusPage(429, wait)) : answerReading(site, lanes, visit)
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

/** No page of the paper has a longer address. */
const longestPath = 1000

const pageMethods = new Set(['GET', 'HEAD', 'POST'])

const healthy: Answer = {
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from('ok'),
}

async function sendAsset(site: Site, visit: Visit) {
  const own = (await site.findEnhancements?.(visit)) ?? (await site.findEarlierAsset?.(visit.path))
  return own ? sendAnswer(visit.request, visit.out, own) : passToNext(site, visit)
}

/** Next serves the build's files itself, compressed and kept for good. */
function passToNext(site: Site, visit: Visit) {
  const { request, out } = visit
  for (const [name, value] of Object.entries(safety())) out.setHeader(name, value)
  request.headers = { ...headersForNext(site, visit, false), 'accept-encoding': request.headers['accept-encoding'] }
  return site.next(request, out)
}

/** Who sent a form gets the text back, whatever it was sent to. */
function refuseForeign({ site, lanes }: House, visit: Visit) {
  return isForm(visit) ? receiveForm(site, lanes, visit) : sendAnswer(visit.request, visit.out, drawStatusPage(403))
}

function refuseMethod({ request, out }: Visit) {
  const page = drawStatusPage(405)
  return sendAnswer(request, out, { ...page, headers: { ...page.headers, allow: 'GET, HEAD, POST' } })
}
