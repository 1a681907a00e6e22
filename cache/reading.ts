import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../lib/log.ts'
import { dressAnswer, hasNoText, isPage } from './document.ts'
import { type Answer, type Holding, holdAnswer, type Outcome } from './held-response.ts'
import { InnerRequest } from './inner-request.ts'
import type { Lanes } from './lanes.ts'
import { originOf } from './lifetime.ts'
import { outwardHeaders, sendAnswer } from './outward.ts'
import type { Drawn } from './page-cache.ts'
import { drawStatusPage } from './status-page.ts'
import { headersForEveryone, headersForNext, type Site, type Visit } from './visit.ts'

/** Has Next draw a page that is the same for everyone: it hears nothing of who asks, and nobody's leaving stops it. */
export async function drawForEveryone(site: Site, visit: Visit): Promise<Drawn> {
  const { request, path } = visit
  const inner = new InnerRequest(request, { method: 'GET', url: path, headers: headersForEveryone(site) })
  const drawn = await holdAnswer(site.next, inner, undefined, { ...holding, deadline: site.deadline })
  if (drawn === 'passed') return 'failed'
  if (typeof drawn === 'string' || drawn.status >= 500) return drawn
  if (isRedirect(drawn)) return withoutBody(drawn)
  return hasNoText(drawn) ? drawStatusPage(drawn.status) : dressAnswer(site, visit, drawn)
}

const holding: Omit<Holding, 'deadline'> = { holds: () => true, outward: outwardHeaders }

/** Sends what was drawn and is not stored, or words in the place of what was not drawn. */
export async function sendDrawn(site: Site, { request, out, path }: Visit, drawn: Drawn) {
  if (drawn === 'late') log.warn({ path }, 'a page did not come in time')
  await sendAnswer(request, out, await readable(site, drawn))
}

/** Answers a request that changes nothing and is for one person or one program. */
export async function answerReading(site: Site, lanes: Lanes, visit: Visit) {
  const drawn = await lanes.of(visit).run(() => askFresh(site, visit))
  if (drawn === 'passed') return
  await sendDrawn(site, visit, typeof drawn === 'string' ? drawn : await dressAnswer(site, visit, drawn))
}

const mostAsks = 4

/**
 * Next lets a request join a drawing that began before it came. Where one of the page's tags was invalidated since
 * then, the answer is thrown away and Next asked again: it has stored nothing, so it draws anew.
 */
async function askFresh(site: Site, visit: Visit): Promise<Outcome> {
  const asked = site.clock.now()
  for (let ask = 1; ask <= mostAsks; ask++) {
    const outcome = await askNext(site, visit)
    if (typeof outcome === 'string' || !isReread(visit)) return outcome
    const { tags, begun } = originOf(outcome, asked)
    if (!site.clock.isTooOldFor(asked, tags, begun)) return outcome
    await pause(ask * 5)
  }
  return 'late'
}

const isReread = ({ request }: Visit) => request.method === 'GET' || request.method === 'HEAD'

function askNext(site: Site, visit: Visit) {
  const { request, out, kind, address } = visit
  const rereads = isReread(visit)
  const whole = kind !== 'stored' || !rereads
  // HEAD is answered as GET without the body, to know the same length and to see whether there is something to read.
  const method = rereads && kind !== 'machine' ? 'GET' : (request.method ?? 'GET')
  const head = { method, url: address, headers: headersForNext(site, visit, whole) }
  const forPrograms = kind === 'machine' || request.headers['next-action'] !== undefined
  const isForRouter = kind === 'stored' && rereads
  return holdAnswer(site.next, new InnerRequest(request, head, !rereads), out, {
    holds: (answer) => !forPrograms && (isForRouter || isPage(answer) || answer.status >= 400),
    outward: (answer) => outwardHeaders(rereads ? answer : (site.ownWrites?.mark(answer) ?? answer)),
    deadline: site.deadline,
    upload: rereads ? undefined : request,
  })
}

/** The answer, or our own page in its place where a person without scripts would see nothing. */
async function readable({ dev, isDatabaseReachable }: Site, outcome: Drawn) {
  if (outcome === 'busy') return drawStatusPage(503)
  const drawn = typeof outcome === 'string' ? undefined : outcome
  // What Next writes under a redirect is a page of scripts.
  if (drawn && isRedirect(drawn)) return withoutBody(drawn)
  if (drawn && !hasNoText(drawn)) return drawn
  const status = outcome === 'late' ? 503 : (drawn?.status ?? 500)
  if (drawn && status >= 500 && dev) return drawn
  return drawStatusPage(status >= 500 && !(await isDatabaseReachable()) ? 503 : status)
}

const isRedirect = ({ status, headers }: Answer) => status >= 300 && status < 400 && headers.location !== undefined
const withoutBody = (answer: Answer): Answer => ({ ...answer, body: Buffer.alloc(0) })
