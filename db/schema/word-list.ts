import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { MatchedWord } from '@/domain/word-filter/matched-word'
import { createdAt, id, moment } from './columns'

/** What the filter does with a comment that has a term of the list: hold it, or refuse it. */
export const wordLevel = pgEnum('word_level', ['suspect', 'banned'])

/** Whether it does so: not at all, as if it did and noted it, or really. */
export const filterMode = pgEnum('filter_mode', ['off', 'shadow', 'on'])

/** A list of terms that the filter looks for in comments. */
export const wordList = pgTable('word_list', {
  id: id(),
  name: text().notNull().unique(),
  level: wordLevel().notNull(),
  mode: filterMode().notNull().default('off'),
  /** One more with each change of its terms: what was compiled or tried before is known by it. */
  version: integer().notNull().default(1),
  terms: integer().notNull().default(0),
  changedAt: moment().notNull().defaultNow(),
  createdAt: createdAt(),
})

export const wordTerm = pgTable(
  'word_term',
  {
    listId: uuid()
      .notNull()
      .references(() => wordList.id, { onDelete: 'cascade' }),
    term: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.term] })],
)

/** A search for a list's terms in the comments of some days, and how far it is. */
export const wordTrial = pgTable(
  'word_trial',
  {
    id: id(),
    listId: uuid()
      .notNull()
      .references(() => wordList.id, { onDelete: 'cascade' }),
    /** That of the list as it was tried. */
    version: integer().notNull(),
    since: moment().notNull(),
    until: moment().notNull(),
    /** Comments to look at, and those looked at so far. */
    comments: integer().notNull(),
    looked: integer().notNull().default(0),
    /** Those that it would have held or refused, and how many of those readers were let see and may see now. */
    found: integer().notNull().default(0),
    approved: integer().notNull().default(0),
    /** The last comment that was looked at. */
    lastAt: moment(),
    lastId: uuid(),
    doneAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('word_trial_list').on(table.listId, table.createdAt.desc().nullsFirst()),
    index('word_trial_open').on(table.listId).where(sql`${table.doneAt} is null`),
  ],
)

/** A comment that a trial found, the first some thousand of them. Its key is bare: the comment may go. */
export const wordTrialFind = pgTable(
  'word_trial_find',
  {
    trialId: uuid()
      .notNull()
      .references(() => wordTrial.id, { onDelete: 'cascade' }),
    /** Its place among them. */
    no: integer().notNull(),
    commentId: uuid().notNull(),
    wasApproved: boolean().notNull(),
    words: jsonb().$type<MatchedWord[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.trialId, table.no] })],
)
