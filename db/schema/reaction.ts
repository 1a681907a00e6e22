import { type SQL, sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { article } from './article'
import { createdAt, id } from './columns'
import { comment } from './comment'
import { member } from './member'

// A reaction is a member's, or a visitor's by a keyed hash; one of each for a target.

const ofVisitors = () => ({
  /** Keyed hash of a visitor's address prefix; none of members. */
  senderHash: text(),
  /** Kept and not counted: it came with too many others from one neighbourhood. */
  isSetAside: boolean().notNull().default(false),
})

export const articleReaction = pgTable(
  'article_reaction',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    memberId: uuid().references(() => member.id, { onDelete: 'cascade' }),
    visitorKey: text(),
    /** +1 a like, -1 a dislike. */
    value: smallint().notNull(),
    ...ofVisitors(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('article_reaction_member')
      .on(table.articleId, table.memberId)
      .where(sql`${table.memberId} is not null`),
    uniqueIndex('article_reaction_visitor')
      .on(table.articleId, table.visitorKey)
      .where(sql`${table.visitorKey} is not null`),
    index('article_reaction_article').on(table.articleId),
    index('article_reaction_crowd')
      .on(table.articleId, table.senderHash, table.createdAt)
      .where(sql`${table.senderHash} is not null`),
    index('article_reaction_aside').on(table.articleId).where(sql`${table.isSetAside}`),
    index('article_reaction_of_member').on(table.memberId),
    check('article_reaction_value', oneOrMinusOne(sql`${table.value}`)),
    check('article_reaction_whose', sql`(${table.memberId} is null) <> (${table.visitorKey} is null)`),
  ],
)

export const commentReaction = pgTable(
  'comment_reaction',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    memberId: uuid().references(() => member.id, { onDelete: 'cascade' }),
    visitorKey: text(),
    /** +1 a like, -1 a dislike. */
    value: smallint().notNull(),
    ...ofVisitors(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('comment_reaction_member')
      .on(table.commentId, table.memberId)
      .where(sql`${table.memberId} is not null`),
    uniqueIndex('comment_reaction_visitor')
      .on(table.commentId, table.visitorKey)
      .where(sql`${table.visitorKey} is not null`),
    index('comment_reaction_comment').on(table.commentId),
    index('comment_reaction_crowd')
      .on(table.commentId, table.senderHash, table.createdAt)
      .where(sql`${table.senderHash} is not null`),
    index('comment_reaction_aside').on(table.commentId).where(sql`${table.isSetAside}`),
    index('comment_reaction_of_member').on(table.memberId),
    check('comment_reaction_value', oneOrMinusOne(sql`${table.value}`)),
    check('comment_reaction_whose', sql`(${table.memberId} is null) <> (${table.visitorKey} is null)`),
  ],
)

function oneOrMinusOne(value: SQL) {
  return sql`${value} in (1, -1)`
}
