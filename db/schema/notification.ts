import { sql } from 'drizzle-orm'
import { boolean, index, pgEnum, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'
import { comment } from './comment'
import { member } from './member'

export const notificationKind = pgEnum('notification_kind', ['reply', 'report-outcome'])

export const mailFrequency = pgEnum('mail_frequency', ['off', 'at-once', 'hourly', 'daily'])

/** Something that a member is told of: once for each kind and comment, however often that is hidden and shown again. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    kind: notificationKind().notNull(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    /** Whether the account page shows it: what the member wished when it came. */
    inPage: boolean().notNull(),
    readAt: moment(),
    /** When a letter should tell of it; none where the member wants none. */
    dueAt: moment(),
    /** The notification whose job writes the letter that tells of it, which may tell of several. */
    letterId: uuid(),
    /** When that letter was sent, or turned out to be needless. */
    settledAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('notification_once').on(table.memberId, table.kind, table.commentId),
    index('notification_of_member').on(
      table.memberId,
      table.createdAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('notification_comment').on(table.commentId),
    index('notification_created').on(table.createdAt),
    index('notification_to_mail')
      .on(table.memberId, table.dueAt)
      .where(sql`${table.dueAt} is not null and ${table.settledAt} is null`),
  ],
)

/** How a member wants to be told of one kind of thing, where that is not the usual way. */
export const notificationPreference = pgTable(
  'notification_preference',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    kind: notificationKind().notNull(),
    inPage: boolean().notNull(),
    mail: mailFrequency().notNull(),
    changedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.kind] })],
)
