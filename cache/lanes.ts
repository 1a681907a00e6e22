import { createLane } from './lane.ts'
import type { Visit } from './visit.ts'

/**
 * How many pages are drawn at once, and for whom. A crawl of pages that nobody has asked for lately takes its own lane,
 * so that those who are signed in, or send a form, need not stand behind it. One thread draws everything: so what
 * is for everyone begins after what people wait for, and many comments in a row cost fewer drawings of their page.
 */
export function createLanes() {
  const people = createLane({ width: 12, queue: 120, patience: 8000 })
  const after = { lane: people, most: 500 }
  const pages = createLane({ width: 2, queue: 60, patience: 4000, after })
  const strangers = createLane({ width: 1, queue: 40, patience: 4000, after })
  return {
    /** Pages that are the same for everyone and are not stored. */
    pages,
    /** Searches and other pages drawn for somebody who has not signed in. */
    strangers,
    people,
    of({ request, kind }: Visit) {
      if (request.method === 'POST' || session.test(request.headers.cookie ?? '')) return people
      return kind === 'stored' ? pages : strangers
    },
    load: () => ({ pages: pages.load(), strangers: strangers.load(), people: people.load() }),
  }
}

const session = /(^|;\s*)(__Host-)?courant-session=/

export type Lanes = ReturnType<typeof createLanes>
