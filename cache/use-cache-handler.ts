import { buffer } from 'node:stream/consumers'
import { env } from '../lib/env.ts'
import { endOf } from './entry-tags.ts'
import { courant } from './slot.ts'

/** What Next knows of a reading beside its bytes. Times in seconds, `timestamp` is when the function was called. */
export type Particulars = { tags: string[]; stale: number; timestamp: number; expire: number; revalidate: number }

export type KeptReading = Particulars & { bytes: Uint8Array }

type Reading = Particulars & { value: ReadableStream<Uint8Array> }

const { isBuild, isDevelopment } = env()
const pending = new Map<string, Promise<void>>()

/** Next's store of `use cache` results (`cacheHandlers.default` in next.config). */
const useCacheHandler = {
  async get(key: string, softTags: string[]) {
    await pending.get(key)
    const { clock, readings } = courant()
    const kept = readings.get(key)
    if (!kept) return undefined
    if (Date.now() >= kept.end || clock.isOutdated(kept.tags, kept.begun)) readings.delete(key)
    // The soft tags are those of the page that asks: for another page the reading may be good.
    if (!readings.has(key) || clock.isOutdated(softTags, kept.begun)) return undefined
    const { bytes, ...particulars } = kept.value
    return { ...particulars, value: new Blob([Uint8Array.from(bytes)]).stream() }
  },

  async set(key: string, reading: Promise<Reading>) {
    const keeping = keep(key, reading)
    const settled = keeping.catch(() => {})
    pending.set(key, settled)
    await keeping.finally(() => pending.get(key) === settled && pending.delete(key))
  },

  /** Invalidations are heard by cache/listener.ts, so there is nothing to ask for. */
  async refreshTags() {},

  /**
   * Infinity: `get` is given the soft tags and looks at them itself. In development Next puts a store of its own before
   * this one, which it asks first: so there everything older than the last invalidation has expired.
   */
  async getExpiration() {
    return isDevelopment ? courant().clock.lastInvalidation() : Number.POSITIVE_INFINITY
  },

  async updateTags(tags: string[]) {
    courant().applyInvalidation(tags, 'now')
  },
}

export default useCacheHandler

async function keep(key: string, pendingReading: Promise<Reading>) {
  const { clock, readings } = courant()
  const { value, ...particulars } = await pendingReading
  const bytes = await bytesOf(value)
  if (!bytes || isBuild) return

  const { tags, timestamp: begun, expire, revalidate } = particulars
  if (clock.wasInvalidated(tags, begun)) taintJoiners(tags, begun)
  const end = Math.min(endOf(tags), begun + Math.min(expire, revalidate) * 1000)
  if (Date.now() >= end || clock.isOutdated(tags, begun)) return
  readings.set(key, { value: { ...particulars, bytes }, tags, begun, end, bytes: bytes.byteLength })
}

/** The whole reading, or undefined where the function threw on its way: then there is nothing worth keeping. */
async function bytesOf(stream: ReadableStream<Uint8Array>) {
  try {
    return await buffer(stream)
  } catch {
    return undefined
  }
}

/**
 * Next lets a request that arrives after an invalidation join a reading that another request began before it. Whoever
 * joined waits until this reading is kept or refused; so a taint at that moment is later than the beginning of
 * every drawing that took it in, and none of them is stored. Once more in the next turn, for one that joined in
 * between. A taint taints no further: otherwise readings that overlap would refuse each other without end. (Hence
 * a `use cache` function must not call another.)
 */
function taintJoiners(tags: string[], begun: number) {
  const { clock } = courant()
  clock.taint(tags, begun)
  setImmediate(() => clock.taint(tags, begun))
}
