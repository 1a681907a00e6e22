import { createLane } from './lane.ts'
import type { Visit } from './visit.ts'

/**
 * How many pages are drawn at once, and for whom. A crawl of pages that nobody has asked for lately takes its own lane,
 * so that those who are signed in, or send a form, need not stand behind it.
 */
export function createLanes() {
  const pages = createLane({ width: 2, queue: 60, patience: 4000 })
  const strangers = createLane({ width: 3, queue: 40, patience: 4000 })
  const people = createLane({ width: 12, queue: 120, patience: 8000 })
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
