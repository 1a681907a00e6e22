import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../lib/log.ts'
import { drawStatusPage, hasNoText, isPage } from './document.ts'
import { type Answer, holdAnswer, type Outcome } from './held-response.ts'
import { InnerRequest } from './inner-request.ts'
import { begunHeader, tagsHeader } from './isr-handler.ts'
import { isShareable, outwardHeaders, sendAnswer } from './outward.ts'
import type { TagClock } from './tag-clock.ts'
import { headersForNext, type Site, type Visit } from './visit.ts'

/** Answers a request that changes nothing, and what programs send to `/api`. */
export async function answerReading(site: Site, visit: Visit) {
  const outcome = await askFresh(site, visit)
  if (outcome === 'late') log.warn({ path: visit.path }, 'a page did not come in time')
  if (outcome !== 'passed') await sendAnswer(visit.request, visit.out, await readable(site, outcome))
}

const mostAsks = 4

/**
 * Next lets a request join a drawing that began before it came. Where one of the page's tags was invalidated since
 * then, the answer is thrown away and Next asked again: it has stored nothing, so it draws anew.
 */
async function askFresh(site: Site, visit: Visit): Promise<Outcome> {
  for (let ask = 1; ; ask++) {
    const outcome = await askNext(site, visit)
    if (typeof outcome === 'string' || ask === mostAsks || !isReread(visit) || !isOutdated(site.clock, outcome))
      return outcome
    await pause(ask * 5)
  }
}

function isOutdated(clock: TagClock, { headers }: Answer) {
  const begun = Number(headers[begunHeader])
  return begun > 0 && clock.isOutdated(String(headers[tagsHeader] ?? '').split(','), begun)
}

const isReread = ({ request }: Visit) => request.method === 'GET' || request.method === 'HEAD'

function askNext(site: Site, visit: Visit) {
  const { request, out, kind, address, path } = visit
  const rereads = isReread(visit)
  const stored = kind === 'stored' && rereads
  // A stored page is the same with any query; only Next's own router adds one that matters.
  const url = stored && !request.headers.rsc ? path : address
  // Next gives HEAD no body, from which to make the ETag and to see whether there is something to read.
  const method = rereads && kind !== 'machine' ? 'GET' : (request.method ?? 'GET')
  const inner = new InnerRequest(request, { method, url, headers: headersForNext(site, visit, !stored) }, !rereads)
  const forPrograms = kind === 'machine' || request.headers['next-action'] !== undefined
  return holdAnswer(site.next, inner, out, {
    holds: (head) => !forPrograms && (isShareable(head.headers) || isPage(head) || head.status >= 400),
    outward: outwardHeaders,
    deadline: site.deadline,
    upload: rereads ? undefined : request,
  })
}

/** The answer, or our own page in its place where a person without scripts would see nothing. */
async function readable({ dev, isDatabaseReachable }: Site, outcome: Exclude<Outcome, 'passed'>) {
  const drawn = typeof outcome === 'string' ? undefined : outcome
  // What Next writes under a redirect is a page of scripts.
  if (drawn && isRedirect(drawn)) return { ...drawn, body: Buffer.alloc(0) }
  if (drawn && !hasNoText(drawn)) return drawn
  const status = outcome === 'late' ? 503 : (drawn?.status ?? 500)
  if (drawn && status >= 500 && dev) return drawn
  return drawStatusPage(status >= 500 && !(await isDatabaseReachable()) ? 503 : status)
}

const isRedirect = ({ status, headers }: Answer) => status >= 300 && status < 400 && headers.location !== undefined
