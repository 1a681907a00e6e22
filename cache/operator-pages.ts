import { setTimeout as pause } from 'node:timers/promises'
import { metrics } from '../lib/metrics.ts'
import { clientAddress, createTrust, isTrustedPeer } from './client-address.ts'
import type { Answer } from './held-response.ts'
import { sendAnswer } from './outward.ts'
import { drawStatusPage } from './status-page.ts'
import type { Site, Visit } from './visit.ts'

const checkedWithin = 2000

/** /readyz and /metrics, which people who operate the site ask, or their programs. */
export const isForOperators = ({ path }: Visit) => path === '/readyz' || path === '/metrics'

export async function answerOperators(site: Site, visit: Visit) {
  const near = isNear(site, visit)
  const answer = visit.path === '/readyz' ? await readiness(site, near) : near ? await numbers() : drawStatusPage(404)
  return sendAnswer(visit.request, visit.out, answer)
}

/** Whether readers may be sent here. Which part is missing is told to those near only. */
async function readiness(site: Site, near: boolean): Promise<Answer> {
  const checks = { database: site.isDatabaseReachable, ...site.checks }
  const asked = Object.entries(checks).map(async ([name, holds]) => [name, await holdsSoon(holds)] as const)
  const found = Object.fromEntries(await Promise.all(asked))
  const ready = Object.values(found).every(Boolean)
  return answer(ready ? 200 : 503, 'application/json', JSON.stringify(near ? { ready, ...found } : { ready }))
}

/** What is not known in time does not hold. */
function holdsSoon(holds: () => Promise<boolean>) {
  const known = Promise.resolve()
    .then(holds)
    .catch(() => false)
  return Promise.race([known, pause(checkedWithin, false, { ref: false })])
}

async function numbers() {
  return answer(200, metrics.contentType, await metrics.metrics())
}

function answer(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': type, 'cache-control': 'no-store' }, body: Buffer.from(body) }
}

/** This machine and private networks: RFC 1918, RFC 4193 and link-local addresses. */
const isPrivate = createTrust([
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'],
  ...['::1', 'fc00::/7', 'fe80::/10'],
])

/**
 * Whether who asks is on this machine or in a private network. A proxy is near itself, but asks for anybody: what came
 * through one that TRUSTED_PROXIES does not name, or that does not say for whom, counts as from afar.
 */
function isNear({ isTrustedProxy }: Site, { request: { headers, socket } }: Visit) {
  const client = clientAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), isTrustedProxy)
  const isForwarded = forwarding.some((name) => headers[name] !== undefined)
  const isToldOf = isTrustedPeer(socket.remoteAddress, isTrustedProxy) && !isTrustedProxy(client)
  return isPrivate(client) && (!isForwarded || isToldOf)
}

/** What proxies add to a request. */
const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']
