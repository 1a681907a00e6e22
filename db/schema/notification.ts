import { sql } from 'drizzle-orm'
import { boolean, index, pgEnum, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'
import { comment } from './comment'
import { member } from './member'

export const notificationKind = pgEnum('notification_kind', ['reply', 'statement', 'report-outcome', 'queue-alarm'])

export const mailFrequency = pgEnum('mail_frequency', ['off', 'at-once', 'hourly', 'daily'])

/**
 * Something that a member is told of: a reply once, however often it is hidden and shown again, and each decision about
 * an own comment once.
 */
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
    /** The line of the log that a statement states. */
    decisionId: uuid(),
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
    unique('notification_once').on(table.memberId, table.kind, table.commentId, table.decisionId).nullsNotDistinct(),
    index('notification_decision').on(table.decisionId).where(sql`${table.decisionId} is not null`),
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

/** A statement that was sent to a guest, who has no account to be told in. */
export const guestLetter = pgTable(
  'guest_letter',
  {
    /** The line of the log that it stated. */
    decisionId: uuid().primaryKey(),
    sentAt: moment().notNull(),
  },
  (table) => [index('guest_letter_sent').on(table.sentAt)],
)

/** When a moderator was last told by letter that the queue grows old. */
export const queueAlarm = pgTable('queue_alarm', {
  memberId: uuid()
    .primaryKey()
    .references(() => member.id, { onDelete: 'cascade' }),
  sentAt: moment().notNull(),
})
