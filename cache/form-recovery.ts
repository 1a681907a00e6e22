import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../lib/log.ts'
import { dressAnswer, hasNoText, isPage } from './document.ts'
import { isForeign } from './foreign.ts'
import { type Head, holdAnswer, type Outcome } from './held-response.ts'
import { InnerRequest } from './inner-request.ts'
import { carriesForm, type KeptFields, type KeptForm, keepForm, largestForm } from './kept-form.ts'
import type { Lanes } from './lanes.ts'
import { outwardHeaders, sendAnswer } from './outward.ts'
import { drawRecoveryPage, isActionField, type Reason } from './recovery-page.ts'
import { headersForNext, type Site, type Visit } from './visit.ts'

/** Whether a person sent a form from a page. Our scripts' posts look after their text themselves. */
export function isForm({ request, kind }: Visit) {
  const byScript = kind === 'machine' || request.headers['next-action'] !== undefined
  return request.method === 'POST' && !byScript && carriesForm(request.headers)
}

/**
 * Hands a form to Next. Where Next has no page to answer it with, or the sender has to `wait` so many seconds, its sender
 * gets the text back (rule 3).
 */
export async function receiveForm(site: Site, lanes: Lanes, visit: Visit, wait?: number) {
  const { request, out, address, path } = visit
  const form = keepForm(request.headers)
  request.on('data', form.write)

  const refusal = isForeign(request, site.url) ? 'foreign' : wait && 'too-many'
  const outcome = refusal || (await askNext(site, lanes, visit))
  if (outcome === 'passed') return
  const kept = await readToEnd(visit, form)
  const answer = await answerTo(site, outcome, { ...kept, isAction: isAction(request, kept) })
  if (!('reason' in answer)) return sendAnswer(request, out, marked(site, await dressAnswer(site, visit, answer)))
  log.warn({ path, ...answer }, 'a form was not answered by the site, its text was given back')
  await sendAnswer(request, out, drawRecoveryPage({ ...answer, address, kept, retryAfter: wait }))
}

async function askNext(site: Site, lanes: Lanes, visit: Visit) {
  const { request, out, address } = visit
  const head = { method: 'POST', url: address, headers: headersForNext(site, visit, true) }
  // Made before the wait for a place: the body would pass by meanwhile, and Next would wait for it in vain.
  const inner = new InnerRequest(request, head, true)
  const outcome = await lanes.people.run(() =>
    holdAnswer(site.next, inner, out, {
      holds: (answer) => isPage(answer) || answer.status >= 400,
      outward: (answer) => outwardHeaders(marked(site, answer)),
      deadline: site.deadline,
      upload: request,
    }),
  )
  if (outcome !== 'late') inner.destroy()
  return outcome
}

const marked = <Kind extends Head>({ ownWrites }: Site, head: Kind) => ownWrites?.mark(head) ?? head

/** Beyond this the rest of a body is not waited for: what came of it is what the sender gets back. */
const patience = 10_000

async function readToEnd({ request, out }: Visit, form: KeptForm): Promise<KeptFields> {
  const ended = new Promise<void>((resolve) => request.once('end', resolve).once('close', resolve))
  request.resume()
  if (!request.readableEnded && !request.destroyed)
    await Promise.race([ended, pause(patience, undefined, { ref: false })])
  // Node would wait for the rest.
  if (!request.complete) out.shouldKeepAlive = false
  const kept = await form.end()
  return { ...kept, whole: kept.whole && request.complete }
}

type Sent = KeptFields & { isAction: boolean }
type Loss = { status: number; reason: Reason }

/** Next takes no action from an urlencoded form. */
function isAction({ headers }: IncomingMessage, { fields }: KeptFields) {
  return /^multipart\//i.test(headers['content-type'] ?? '') && fields.some(isActionField)
}

/** Next's answer where it is a page or leads to one, else the reason why there is none. */
async function answerTo(site: Site, outcome: Exclude<Outcome, 'passed'> | 'foreign' | 'too-many' | 'busy', sent: Sent) {
  if (outcome === 'foreign') return loss(403, 'foreign')
  if (outcome === 'too-many') return loss(429, 'too-many')
  if (outcome === 'busy') return loss(503, 'crowded')
  if (outcome === 'late') return loss(503, (await site.isDatabaseReachable()) ? 'late' : 'busy')
  if (outcome === 'failed') return loss(500, 'broken')
  // Next answers 500 and a few bytes.
  if (outcome.status >= 500 && sent.bytes > largestForm) return loss(413, 'too-large')
  if (outcome.status >= 500 && sent.torn) return loss(400, 'malformed')
  if (outcome.status >= 500) return (await site.isDatabaseReachable()) ? loss(500, 'broken') : loss(503, 'busy')
  if (outcome.status >= 400) return loss(outcome.status, reasons[outcome.status] ?? 'malformed')
  if (hasNoText(outcome)) return loss(500, 'broken')
  // Where it finds no action in a form, Next draws the page as if nothing had been sent.
  if (isPage(outcome) && !sent.isAction) return loss(400, 'malformed')
  return outcome
}

const loss = (status: number, reason: Reason): Loss => ({ status, reason })

const reasons: Partial<Record<number, Reason>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'gone',
  409: 'outdated',
  410: 'gone',
  413: 'too-large',
}
