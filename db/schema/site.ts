import { sql } from 'drizzle-orm'
import { check, customType, index, integer, jsonb, pgTable, text, timestamp, varchar } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'

/** The id of a transaction, which never comes again. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  changedAt: moment().notNull().defaultNow(),
})

/**
 * Domains that comments link to: those that moderators allow or deny, and those of which a comment was once seen by
 * readers. A verdict holds for what is below a domain, too.
 */
export const linkDomain = pgTable(
  'link_domain',
  {
    name: text().primaryKey(),
    verdict: text().$type<'allow' | 'deny'>(),
    decidedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('link_domain_decided').on(table.name).where(sql`${table.verdict} is not null`),
    check('link_domain_verdict', sql`${table.verdict} in ('allow', 'deny')`),
  ],
)

/** What the caches of every node must forget; written in the transaction of the change itself. */
export const cacheInvalidation = pgTable(
  'cache_invalidation',
  {
    id: id(),
    tags: text().array().notNull(),
    urgency: text().$type<'now' | 'soon' | 'conceal'>().notNull(),
    /** Tells a listener what was committed since it last looked, in whatever order transactions ended. */
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    createdAt: createdAt(),
  },
  (table) => [
    index('cache_invalidation_created').on(table.createdAt),
    index('cache_invalidation_xid').on(table.xid),
    check('cache_invalidation_urgency', sql`${table.urgency} in ('now', 'soon', 'conceal')`),
  ],
)

/** The rows of rate-limiter-flexible, which decides their shape. */
export const rateLimit = pgTable('rate_limit', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: timestamp({ withTimezone: false, mode: 'date' }),
})

/**
 * The keys under which address prefixes are hashed, one a week. The night after its week a key is deleted, and nobody,
 * the paper included, can say any more which prefix a hash stands for.
 */
export const addressKey = pgTable('address_key', {
  /** The number of its week since 1970. */
  week: integer().primaryKey(),
  key: text().notNull(),
  createdAt: createdAt(),
})
