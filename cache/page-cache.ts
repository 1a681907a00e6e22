import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { log } from '../lib/log.ts'
import type { Answer, Outcome } from './held-response.ts'
import { lifetimeOf, originOf } from './lifetime.ts'
import type { PageDisk } from './page-disk.ts'
import { bytesOf, improveEntry, makeEntry, type PageEntry, sendEntry, sendReady } from './page-entry.ts'
import type { Moment, TagClock } from './tag-clock.ts'
import type { Visit } from './visit.ts'

export type Drawn = Exclude<Outcome, 'passed'> | 'busy'

export type PageCacheOptions = {
  clock: TagClock
  /** Asks what stands behind the cache. The answer must be the same for everyone. */
  draw(visit: Visit): Promise<Drawn>
  /** Answers where nothing that may be shown is stored: with the page that could not be stored, or a fault. */
  sendUnstored(visit: Visit, drawn: Drawn): Promise<void>
  /** Bytes of pages that are kept in memory. */
  room: number
  /** Where pages are kept beyond that, and beyond a restart. */
  disk?: PageDisk | undefined
  /** Whether a CDN in front keeps pages too, and is purged. */
  forCdn?: boolean | undefined
}

type Flight = { begun: Moment; result: Promise<PageEntry | Drawn> }

/** Of 404, 410 and redirects: guessers ask for addresses without end, and must not push out pages. */
const roomForMisses = 4 * 2 ** 20
const mostAsks = 4
/** How long a page is served whose newer form could not be drawn, before that is tried again. */
const retryAfter = 2000
/** How often a page is sent before smaller bytes are made of it. */
const hitsBeforeBetter = 50

export type PageCache = ReturnType<typeof createPageCache>

/** Whole answers in front of a request handler: drawn once for everybody, and drawn anew when a tag is invalidated. */
export function createPageCache({ clock, draw, sendUnstored, room, disk, forCdn }: PageCacheOptions) {
  const pages = createStore(room)
  const misses = createStore(roomForMisses)
  const flights = new Map<string, Flight>()
  const counts = { hits: 0, draws: 0, joined: 0, stale: 0, fromDisk: 0 }

  /** Answers at once where a good page is stored. It is asked before anything else, so it has to be quick. */
  function serve(request: IncomingMessage, out: ServerResponse) {
    const entry = pages.get(request.url ?? '')
    const now = Date.now()
    if (!entry || now >= entry.freshUntil || !isPlain(request) || !isGood(entry, now)) return false
    if (!sendReady(request, out, entry, now)) return false
    counts.hits += 1
    entry.hits += 1
    if (entry.hits % hitsBeforeBetter === 0) void improve(request.url ?? '', entry)
    return true
  }

  /** One at a time, since it takes a third of a second of one core. A page that is not read on is not worth it. */
  async function improve(path: string, entry: PageEntry) {
    if (isImproving || entry.isBest) return
    isImproving = true
    await improveEntry(entry).catch((error) => log.error({ err: error }, 'a page was not made smaller'))
    isImproving = false
    if (pages.peek(path) === entry) keep(path, entry)
  }
  let isImproving = false

  /** Answers a request that asks for a page as everybody gets it, whatever that takes. */
  async function answer(visit: Visit) {
    const entry = pages.get(visit.path) ?? misses.get(visit.path) ?? (await readDisk(visit.path))
    const now = Date.now()
    if (entry && isGood(entry, now)) {
      counts.hits += 1
      if (now >= entry.freshUntil) refresh(visit)
      return send(visit, entry)
    }
    if (entry && rests(entry, now) && mayBeShown(entry)) return sendStale(visit, entry)
    const asked = clock.now()
    const drawn = await join(visit)
    if (typeof drawn !== 'string' && 'forms' in drawn) return send(visit, drawn)
    if (!entry || !hasFailed(drawn) || !mayBeShown(entry)) return sendUnstored(visit, drawn)
    entry.triedAt = asked
    entry.retryAt = Date.now() + retryAfter
    return sendStale(visit, entry)
  }

  function isGood(entry: PageEntry, now: number) {
    if (now >= entry.end) return false
    const change = clock.lastChange()
    if (entry.checked === change) return true
    if (clock.isOutdated(entry.tags, entry.begun)) return false
    entry.checked = change
    return true
  }

  /** Whether a newer form could not be drawn a moment ago. What changed since then is a reason to try again at once. */
  const rests = ({ retryAt, triedAt, tags }: PageEntry, now: number) =>
    now < retryAt && !clock.wasInvalidated(tags, triedAt)

  /** Whether an old page may be shown where no newer one can be had. */
  const mayBeShown = (entry: PageEntry) => entry.status === 200 && !clock.wasConcealed(entry.tags, entry.begun)

  async function send({ request, out, path }: Visit, entry: PageEntry) {
    const grew = await sendEntry(request, out, entry)
    if (grew && pages.peek(path) === entry) pages.set(path, entry)
  }

  function sendStale(visit: Visit, entry: PageEntry) {
    counts.stale += 1
    return send(visit, entry)
  }

  /** The drawing of a page that has begun since anything was last invalidated, or a new one. */
  function join(visit: Visit) {
    const running = flights.get(visit.path)
    if (running && running.begun > clock.lastInvalidation()) {
      counts.joined += 1
      return running.result
    }
    const begun = clock.now()
    const flight: Flight = { begun, result: drawEntry(visit, begun) }
    flights.set(visit.path, flight)
    const land = () => flights.get(visit.path) === flight && flights.delete(visit.path)
    flight.result.then(land, land)
    return flight.result
  }

  function refresh(visit: Visit) {
    if (!flights.has(visit.path)) join(visit).catch((error) => log.error({ err: error }, 'a page was not refreshed'))
  }

  async function drawEntry(visit: Visit, begun: Moment) {
    counts.draws += 1
    const drawn = await drawFresh(visit, begun)
    if (typeof drawn === 'string') return drawn
    const lifetime = lifetimeOf(visit.path, drawn, begun)
    if (!hasFailed(drawn)) forget(visit.path, drawn.status)
    if (!lifetime) return drawn
    const entry = await makeEntry(drawn, lifetime, forCdn)
    if (isGood(entry, Date.now())) keep(visit.path, entry)
    return entry
  }

  /** Next lets a request join work that began before it came. Where that made the answer too old, it is asked again. */
  async function drawFresh(visit: Visit, begun: Moment): Promise<Drawn> {
    for (let ask = 1; ask <= mostAsks; ask++) {
      const drawn = await draw(visit)
      // A reading that was joined is told to the clock in the turn in which it comes out, or in the next.
      await turn()
      await turn()
      if (typeof drawn === 'string' || hasFailed(drawn)) return drawn
      const origin = originOf(drawn, begun)
      if (!clock.isTooOldFor(begun, origin.tags, origin.begun)) return drawn
      await pause(ask * 5)
    }
    return 'late'
  }

  function keep(path: string, entry: PageEntry) {
    if (entry.status !== 200) return misses.set(path, entry)
    pages.set(path, entry)
    return disk?.write(path, entry)
  }

  /** What is no page any more must not come back as one, nor a page as missing. */
  function forget(path: string, status: number) {
    if (status === 200) return misses.delete(path)
    disk?.remove(path)
    return pages.delete(path)
  }

  async function readDisk(path: string) {
    const entry = await disk?.read(path)
    if (!entry || pages.has(path)) return pages.get(path)
    counts.fromDisk += 1
    pages.set(path, entry)
    return entry
  }

  return {
    serve,
    answer,
    counts,
    size: () => ({ bytes: pages.calculatedSize + misses.calculatedSize, pages: pages.size, misses: misses.size }),
  }
}

const hasFailed = (drawn: Drawn | Answer) => typeof drawn === 'string' || drawn.status >= 500

/** Next's router asks the same addresses for other things. */
export const isPlain = ({ method, headers }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') &&
  headers.rsc === undefined &&
  headers['next-router-prefetch'] === undefined &&
  headers['next-router-segment-prefetch'] === undefined &&
  headers['next-router-state-tree'] === undefined &&
  headers.authorization === undefined

function createStore(maxSize: number) {
  return new LRUCache<string, PageEntry>({
    maxSize,
    maxEntrySize: Math.max(2 ** 20, maxSize / 8),
    sizeCalculation: (entry, path) => bytesOf(entry) + path.length * 2,
  })
}
