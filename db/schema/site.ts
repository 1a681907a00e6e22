import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, timestamp, varchar } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'

export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  changedAt: moment().notNull().defaultNow(),
})

/** What the caches of every node must forget; written in the transaction of the change itself. */
export const cacheInvalidation = pgTable(
  'cache_invalidation',
  {
    id: id(),
    tags: text().array().notNull(),
    urgency: text().$type<'now' | 'soon'>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('cache_invalidation_created').on(table.createdAt),
    check('cache_invalidation_urgency', sql`${table.urgency} in ('now', 'soon')`),
  ],
)

/** The rows of rate-limiter-flexible, which decides their shape. */
export const rateLimit = pgTable('rate_limit', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: timestamp({ withTimezone: false, mode: 'date' }),
})
