import { sql } from 'drizzle-orm'
import { boolean, check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { threadOrders } from '@/domain/comment/thread-order'
import { user } from './account'
import { batch, createdAt, id, moment } from './columns'
import { section } from './section'

/** How a member last chose to have conversations ordered. */
export const threadOrder = pgEnum('thread_order', threadOrders)

/** Sets of permissions, not a ladder: see domain/actor.ts. */
export const rank = pgEnum('rank', ['member', 'moderator', 'editor', 'admin'])

/** The public side of a person: what others see of them. */
export const member = pgTable(
  'member',
  {
    id: id(),
    /** None for the people of the demonstration paper, who can't sign in. */
    userId: uuid()
      .unique()
      .references(() => user.id, { onDelete: 'set null' }),
    handle: text().notNull().unique(),
    name: text().notNull(),
    rank: rank().notNull().default('member'),
    /** Whether the person chose the name; until then it is a made one. */
    nameChosen: boolean().notNull().default(false),
    threadOrder: threadOrder(),
    /** What the name looks like, for a chosen one; filled in when the site starts where it is missing. */
    nameLikeness: text(),
    batch: batch(),
    createdAt: createdAt(),
  },
  (table) => [
    check('member_handle', sql`${table.handle} ~ '^[a-z0-9-]{3,30}$'`),
    index('member_likeness').on(table.nameLikeness).where(sql`${table.nameLikeness} is not null`),
    index('member_without_likeness').on(table.id).where(sql`${table.nameChosen} and ${table.nameLikeness} is null`),
  ],
)

/** Names that a member had before; moderators see them. */
export const earlierName = pgTable(
  'earlier_name',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** What it looked like, where the member had chosen it: nobody else takes it for a while. */
    likeness: text(),
    until: moment().notNull(),
  },
  (table) => [
    index('earlier_name_member').on(table.memberId, table.until),
    index('earlier_name_likeness').on(table.likeness, table.until).where(sql`${table.likeness} is not null`),
  ],
)

/** From the lightest to the heaviest. Under pre-moderation a person's comments are held. */
export const sanctionKind = pgEnum('sanction_kind', ['warning', 'premoderation', 'mute', 'ban'])

export const sanction = pgTable(
  'sanction',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    kind: sanctionKind().notNull(),
    /** A reason's code; of sanctions older than the reasons whatever was typed. */
    reason: text().notNull(),
    /** For the staff; a person who asks for their data gets it. */
    note: text().notNull().default(''),
    /** Where it holds; none for the whole paper. */
    sectionId: uuid().references(() => section.id),
    /** The comment that caused it. Kept as a bare key, since the comment may go. */
    commentId: uuid(),
    imposedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    startsAt: moment().notNull().defaultNow(),
    /** None for one without end. */
    endsAt: moment(),
    liftedAt: moment(),
    /** When the person said that they have read it: of warnings alone. */
    acknowledgedAt: moment(),
  },
  (table) => [index('sanction_member').on(table.memberId, table.endsAt)],
)

/**
 * What the staff wrote about a member for each other. Append-only: a trigger refuses changes; it goes with the member. The
 * person never sees it on a page, and gets it with the rest of their data on asking.
 */
export const memberNote = pgTable(
  'member_note',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    /** Who wrote it. A bare key, since nothing of a note changes when its author goes. */
    authorId: uuid().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('member_note_member').on(table.memberId, table.createdAt)],
)
