import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../lib/log.ts'
import type { Answer } from './held-response.ts'
import type { Lifetime } from './page-entry.ts'

export type CdnSettings = {
  /** Where a purge is sent. */
  url: string
  method: string
  /** What proves that it is ours, such as `Authorization: Bearer …`. */
  header?: { name: string; value: string } | undefined
}

/** On every page that a CDN may keep: purging it empties the CDN. */
export const everything = 'site'

/** As many tags go with one request as any CDN takes. */
const mostTags = 30
/** Beyond this, one purge of everything is less work for everybody. */
const mostWaiting = 3000
const gatherFor = 50
const longestWait = 60_000

/**
 * Tells a CDN or Varnish in front which tags it must forget: in the header `Surrogate-Key` and in a JSON body, one of
 * which each of them reads. What could not be told is told again, for as long as it takes.
 */
export function createPurger({ url, method, header }: CdnSettings) {
  const waiting = new Set<string>()
  let running: Promise<void> | undefined
  const stop = new AbortController()

  async function run() {
    await pause(gatherFor, undefined, { ref: false })
    for (let tries = 0; waiting.size > 0 && !stop.signal.aborted; ) {
      const tags = waiting.has(everything) ? [everything] : [...waiting].slice(0, mostTags)
      if (await tell(tags)) {
        for (const tag of tags[0] === everything ? waiting : tags) waiting.delete(tag)
        tries = 0
      } else {
        tries += 1
        await pause(Math.min(longestWait, 250 * 2 ** tries), undefined, { signal: stop.signal }).catch(() => {})
      }
    }
  }

  async function tell(tags: string[]) {
    try {
      const answer = await fetch(url, {
        method,
        headers: {
          'content-type': 'application/json',
          'surrogate-key': tags.join(' '),
          ...(header && { [header.name]: header.value }),
        },
        body: JSON.stringify({ tags }),
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(5000)]),
        redirect: 'error',
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the CDN answered ${answer.status}`)
      return true
    } catch (error) {
      log.error({ err: error }, 'the CDN was not told what to forget; it is told again')
      return false
    }
  }

  return {
    purge(tags: readonly string[]) {
      for (const tag of tags) waiting.add(tag)
      if (waiting.size > mostWaiting) waiting.add(everything)
      running ??= run().finally(() => {
        running = undefined
      })
    },
    /** Gives what waits a moment to be told. */
    async close() {
      await Promise.race([running, pause(2000, undefined, { ref: false })])
      stop.abort()
    },
  }
}

/** What a page says to a CDN that can be purged: for how long to keep it, and under which names. */
export function cdnHeaders({ headers }: Answer, { tags, begun, freshUntil, end }: Lifetime) {
  const names = [everything, ...tags.filter((tag) => !ours.test(tag))]
  const seconds = Math.max(0, Math.floor((Math.min(freshUntil, end) - begun) / 1000))
  const isFixed = /\bimmutable\b/.test(String(headers['cache-control']))
  return {
    ...(!isFixed && { 'cache-control': `public, max-age=0, s-maxage=${seconds}` }),
    'surrogate-key': names.join(' '),
    'cache-tag': names.join(','),
  }
}

/** Tags that are never invalidated by name: times, statuses, and those that Next makes of the path. */
const ours = /^(until:|status:|_N_T_)/
