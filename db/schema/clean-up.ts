import { index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'
import { comment, standing } from './comment'
import { member } from './member'
import { reason } from './reason'

/** Whose comments: of one account, of one guest's browser, or of one network. */
export const cleanUpReach = pgEnum('clean_up_reach', ['account', 'browser', 'network'])

/** That a moderator hid all that somebody wrote within a time. */
export const cleanUp = pgTable(
  'clean_up',
  {
    id: id(),
    reach: cleanUpReach().notNull(),
    /** The account; bare, as the next one is: what they name may go. */
    memberId: uuid(),
    /** The comment by which browser or network were named. */
    commentId: uuid(),
    since: moment().notNull(),
    until: moment().notNull(),
    reason: text()
      .notNull()
      .references(() => reason.code),
    note: text().notNull().default(''),
    actorId: uuid().references(() => member.id, { onDelete: 'set null' }),
    undoneAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [index('clean_up_latest').on(table.createdAt)],
)

/** What became of a comment when its clean-up was undone: it stands where it stood, or another decision holds. */
export const cleanUpOutcome = pgEnum('clean_up_outcome', ['restored', 'left'])

/** The comments that a clean-up hid, with what its undoing needs. */
export const cleanUpComment = pgTable(
  'clean_up_comment',
  {
    cleanUpId: uuid()
      .notNull()
      .references(() => cleanUp.id, { onDelete: 'cascade' }),
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    /** Where it stood before. */
    seenAs: standing().notNull(),
    /** Its own line in the log. */
    decisionId: uuid().notNull(),
    outcome: cleanUpOutcome(),
  },
  (table) => [
    primaryKey({ columns: [table.cleanUpId, table.commentId] }),
    index('clean_up_comment_of').on(table.commentId),
  ],
)
