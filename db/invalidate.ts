import { sql } from 'drizzle-orm'
import { courant, type Urgency } from '@/cache/slot'
import { newId } from '@/lib/new-id'
import { db, type Tx } from './client'
import { cacheInvalidation } from './schema'

/** Names of what pages are made of. A cached reading carries them; a change of the thing invalidates them. */
export const tags = {
  front: 'front',
  /** The sections' names in every masthead. */
  sections: 'sections',
  /** The words of the reasons and house rules. */
  reasons: 'reasons',
  /** What is set for the conversations under all articles. */
  conversations: 'conversations',
  /** The public log of moderation and its reports. */
  moderationLog: 'moderation-log',
  /** Feeds and sitemaps. */
  wire: 'wire',
  /** Tags are parted at commas. */
  slug: (slug: string) => `slug:${encodeURIComponent(slug)}`,
  article: (id: string) => `article:${id}`,
  /** Counts of an article's comments and reactions. */
  counts: (articleId: string) => `counts:${articleId}`,
  comments: (articleId: string) => `comments:${articleId}`,
  section: (id: string) => `section:${id}`,
  topic: (id: string) => `topic:${id}`,
  author: (id: string) => `author:${id}`,
  /** A month of the archive, as YYYY-MM in UTC. */
  archive: (month: string) => `archive:${month}`,
  picture: (id: string) => `picture:${id}`,
  /** Until a moment that is known beforehand, such as a scheduled publication; nothing where there is none. */
  until: (moment: Date | null | undefined) => (moment ? [`until:${moment.getTime()}`] : []),
  status: (code: 404 | 410) => `status:${code}`,
} as const

type Invalidation = { tags: string[]; urgency: Urgency }

const pending = new WeakMap<Tx, Invalidation[]>()

/** Beyond this a notification carries its row's id only: Postgres takes 8,000 bytes. */
const longestNotification = 7000

/**
 * One transaction whose invalidations reach this process before it returns, so that whoever wrote sees the
 * change on the next page. Acts write through it.
 */
export async function transact<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const named: Invalidation[] = []
  const value = await db.transaction((tx) => {
    pending.set(tx, named)
    return work(tx)
  })
  for (const { tags, urgency } of named) courant().applyInvalidation(tags, urgency)
  return value
}

/**
 * Makes every cache on every node forget what carries these tags, when the transaction commits.
 * `now`: the next request sees the change. `soon`: within ten seconds. `conceal`: as `now`, for what readers may see no
 * more: no cache shows it again, even while the database is away.
 */
export async function invalidate(tx: Tx, tags: string[], urgency: Urgency) {
  const row = { id: newId(), tags: [...new Set(tags)], urgency }
  const whole = JSON.stringify(row)
  const payload = Buffer.byteLength(whole) < longestNotification ? whole : JSON.stringify({ id: row.id })
  const kept = tx.$with('kept').as(tx.insert(cacheInvalidation).values(row).returning({ id: cacheInvalidation.id }))
  await tx
    .with(kept)
    .select({ told: sql`pg_notify('courant_invalidation', ${payload})` })
    .from(kept)
  pending.get(tx)?.push(row)
}
