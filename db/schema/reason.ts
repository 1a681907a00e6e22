import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { moment } from './columns'

/**
 * Why a moderator hides a comment or a reader reports it, each with the house rule that is broken. One that was
 * ever offered stays, since comments and the log name it; a trigger refuses to delete it.
 */
export const reason = pgTable(
  'reason',
  {
    /** Made once of the first label, and never another. */
    code: text().primaryKey(),
    /** Its place in the lists of forms. */
    position: integer().notNull(),
    /** As it stands in a sentence, such as “personal attack”. */
    label: text().notNull(),
    ruleNo: integer().notNull(),
    ruleText: text().notNull(),
    forReaders: boolean().notNull().default(true),
    /** Whether it is about personal data: the public log tells of it a day later, so that it leads nobody there. */
    isPersonal: boolean().notNull().default(false),
    /** Since when it is no longer offered. */
    retiredAt: moment(),
    changedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('reason_rule_no').on(table.ruleNo),
    // What fits nothing else can always be said.
    check('reason_other', sql`${table.code} <> 'other' or (${table.forReaders} and ${table.retiredAt} is null)`),
  ],
)
