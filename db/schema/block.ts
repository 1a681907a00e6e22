import { sql } from 'drizzle-orm'
import { check, cidr, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'
import { member } from './member'
import { reason } from './reason'

/** `network`: the neighbourhood that a comment came from, whose address nobody knows. */
export const blockKind = pgEnum('block_kind', ['email', 'domain', 'range', 'network'])

/**
 * From where nobody comments, reacts or reports for a while, and to which addresses no sign-in letter goes. What stands here
 * was typed by a moderator, or is the hash that a comment came with: of visitors themselves no address is stored.
 */
export const block = pgTable(
  'block',
  {
    id: id(),
    kind: blockKind().notNull(),
    /** An e-mail address or a domain, in small letters. */
    name: text(),
    range: cidr(),
    /** As in `comment.sender_hash`: it can be met until its week is over. */
    senderHash: text(),
    reason: text()
      .notNull()
      .references(() => reason.code),
    note: text().notNull().default(''),
    /** The comment whose network it is. A bare key, since the comment may go. */
    commentId: uuid(),
    enteredBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    /** None for one without end. */
    endsAt: moment(),
    liftedAt: moment(),
    /** How often somebody was met by it, and of these how often it was a trusted member, who was let through. */
    hits: integer().notNull().default(0),
    trustedHits: integer().notNull().default(0),
    lastHitAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('block_name').on(table.name).where(sql`${table.name} is not null`),
    index('block_range').using('gist', table.range.op('inet_ops')).where(sql`${table.range} is not null`),
    index('block_sender').on(table.senderHash).where(sql`${table.senderHash} is not null`),
    index('block_latest').on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    check('block_of_one_thing', sql`num_nonnulls(${table.name}, ${table.range}, ${table.senderHash}) = 1`),
  ],
)
