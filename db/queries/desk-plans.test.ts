import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type QueueTab, queueTabs } from '@/domain/moderation/queue-tabs'
import { type Db, db } from '../client'
import { generateArchive } from '../generate/generate-archive'
import { tidyTables } from '../generate/tidy-tables'
import { planOf } from '../testing/plans'
import { searchComments } from './comment-search'
import { listPeople } from './desk-people'
import { countQueue, findLongestWait, findPartEnd, listQueue } from './queue'

// What the moderators' desk asks of a large archive looks at a bounded part of it, however much waits or was decided.

let slug = ''
let sectionSlug = ''
let prolific = ''

beforeAll(async () => {
  await generateArchive({ articles: 40, comments: 12_000, thread: 0, seed: 5 }, () => {})
  await db.execute(sql`insert into report (id, comment_id, member_id, reason, created_at)
    select gen_random_uuid(), comment.id, (select id from member limit 1), 'spam', comment.created_at
    from comment where standing = 'visible' and random() < 0.1`)
  await db.execute(sql`update comment set decided_at = created_at where standing = 'visible' and random() < 0.4`)
  await tidyTables(['comment', 'report'])
  const [found] = await db.execute<{ slug: string; section: string; member: string }>(sql`
    select article.slug, section.slug as section,
      (select member_id from comment group by 1 order by count(*) desc limit 1) as member
    from article join section on section.id = article.section_id
    order by (select comments from article_count where article_id = article.id) limit 1`)
  ;[slug, sectionSlug, prolific] = [found?.slug ?? '', found?.section ?? '', found?.member ?? '']
}, 240_000)

const onEachTab = (ask: (tab: QueueTab, on: Db) => Promise<unknown>, rows: number, what: string) =>
  queueTabs.map((tab): Asked => [`${what}, ${tab}`, (on) => ask(tab, on), rows])

type Asked = [what: string, ask: (on: Db) => Promise<unknown>, rows: number]

const by = () => ({ memberIds: [prolific], guestName: 'nobody' })
const rareWord = 'xylophone'

const place = { micros: '1700000000000000', id: '0190a1b2-0000-7000-8000-000000000001' }
const now = new Date()
const asked: Asked[] = [
  ...onEachTab((tab, on) => listQueue({ tab, order: 'oldest' }, 21, now, on), 400, 'the first page'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'newest' }, 21, now, on), 400, 'the latest'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'oldest', after: place }, 21, now, on), 400, 'a page far on'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'oldest', age: 'over-week' }, 21, now, on), 400, 'old ones'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'risk' }, 21, now, on), 20_000, 'the riskiest'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'oldest', who: 'guest' }, 21, now, on), 13_000, 'the guests’'),
  ...onEachTab((tab, on) => listQueue({ tab, order: 'oldest', article: slug }, 21, now, on), 4000, 'of an article'),
  ...onEachTab(
    (tab, on) => listQueue({ tab, order: 'oldest', section: sectionSlug }, 21, now, on),
    13_000,
    'of a section',
  ),
  ['where a part ends', (on) => findPartEnd({ tab: 'unmoderated', order: 'oldest' }, now, on), 10_100],
  ['how many are in each tab', (on) => countQueue(on), 8000],
  ['the longest wait', (on) => findLongestWait(on), 200],
  ['rare words', (on) => searchComments({ q: rareWord }, 20, on), 4000],
  ['a member’s comments', (on) => searchComments({ author: by() }, 20, on), 4000],
  ['a standing', (on) => searchComments({ standing: 'held' }, 20, on), 13_000],
  ['a day', (on) => searchComments({ from: new Date('2020-01-01'), before: new Date('2020-01-02') }, 20, on), 1000],
  ['the record of who writes all day', (on) => listPeople([prolific], on), 1100],
]

describe('at a desk with tens of thousands of comments', () => {
  test.each(asked)('%s: no table of comments is read whole', async (_, ask, most) => {
    const { statements, wholeTables, rows } = await planOf(ask)
    expect(statements).toBeGreaterThan(0)
    expect(wholeTables).toEqual([])
    expect(rows).toBeLessThan(most)
  })
})
