import { Gauge, type Registry } from 'prom-client'
import type { CommentEvents } from './comment-events.ts'
import type { Lanes } from './lanes.ts'
import type { PageCache } from './page-cache.ts'

/** Tells how the pages are served: what /metrics shows of the page cache and of what waits to be drawn. */
export function tellOfPages(registry: Registry, caches: Record<string, PageCache>, lanes: Lanes) {
  const registers = [registry]
  new Gauge({
    name: 'courant_page_answers',
    help: 'Answers since the start, by where they came from',
    labelNames: ['store', 'from'],
    registers,
    collect() {
      for (const [store, { counts }] of Object.entries(caches)) {
        for (const [from, count] of Object.entries(counts)) this.set({ store, from }, count)
      }
    },
  })
  new Gauge({
    name: 'courant_page_store',
    help: 'What is kept in memory: bytes, pages, and answers to addresses where no page is',
    labelNames: ['store', 'of'],
    registers,
    collect() {
      for (const [store, cache] of Object.entries(caches)) {
        for (const [of, amount] of Object.entries(cache.size())) this.set({ store, of }, amount)
      }
    },
  })
  new Gauge({
    name: 'courant_lane',
    help: 'Requests that are being drawn, and that wait for it',
    labelNames: ['lane', 'state'],
    registers,
    collect() {
      for (const [lane, load] of Object.entries(lanes.load())) {
        for (const [state, count] of Object.entries(load)) this.set({ lane, state }, count)
      }
    },
  })
}

/** How many pages are open that wait for new comments. */
export function tellOfCommentEvents(registry: Registry, events: CommentEvents) {
  new Gauge({
    name: 'courant_comment_listeners',
    help: 'Open pages that are told of new comments',
    registers: [registry],
    collect() {
      this.set(events.count())
    },
  })
}
