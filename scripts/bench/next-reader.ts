import { setTimeout as pause } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { comment } from '@/db/schema'
import { commentAnchor, commentsPath } from '@/domain/comment/addresses'
import { pageOfRoot } from '@/domain/comment/paging'
import { ask, textOf } from './answer'
import type { Site } from './site'

/**
 * Reads the pages of a conversation one after the other. Each comment that was expected before a reading of its page
 * began has to be on it; `finish` answers how many were not.
 */
export function nextReader(site: Site, { slug }: { slug: string }) {
  const expected = new Set<string>()
  let [unseen, ended] = [0, false]

  async function go() {
    while (!ended || expected.size > 0) {
      if (expected.size === 0) await pause(2)
      else await look()
    }
  }
  async function look() {
    const ids = [...expected]
    expected.clear()
    unseen += ids.length - (await countSeen(site, slug, ids))
  }
  const running = go()
  // A failure is told by `finish`.
  running.catch(() => {})

  return {
    expect: (id: string) => expected.add(id),
    async finish() {
      ended = true
      await running
      return unseen
    },
  }
}

async function countSeen(site: Site, slug: string, ids: string[]) {
  let seen = 0
  for (const [page, some] of await byPage(ids)) {
    const answer = await ask(site.url + commentsPath(slug, page))
    const html = answer.status === 200 ? textOf(answer) : ''
    seen += some.filter(({ id }) => html.includes(`id="${commentAnchor(id)}"`)).length
  }
  return seen
}

async function byPage(ids: string[]) {
  const rows = await db.select({ id: comment.id, rootNo: comment.rootNo }).from(comment).where(inArray(comment.id, ids))
  return Map.groupBy(rows, ({ rootNo }) => pageOfRoot(rootNo ?? 1))
}
