import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'
import { comment } from './comment'
import { member } from './member'

/** `taken-back`: whoever had decided, or a colleague, restored the comment before the appeal was decided. */
export const appealOutcome = pgEnum('appeal_outcome', ['upheld', 'overturned', 'taken-back'])

/** What an author says against a decision: once for each. */
export const appeal = pgTable(
  'appeal',
  {
    id: id(),
    /** The line of the log, which is never deleted. */
    decisionId: uuid().notNull().unique(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    /** None for a guest. */
    memberId: uuid().references(() => member.id, { onDelete: 'set null' }),
    text: text().notNull(),
    outcome: appealOutcome(),
    /** Why it was decided so, to its author. */
    answer: text().notNull().default(''),
    decidedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    decidedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('appeal_open').on(table.createdAt, table.id).where(sql`${table.outcome} is null`),
    index('appeal_comment').on(table.commentId),
    check('appeal_decided', sql`(${table.outcome} is null) = (${table.decidedAt} is null)`),
  ],
)
