import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { articleReaction, comment, commentReaction } from '../schema'
import type { Whose } from './own-comments'

/** +1 a like, -1 a dislike. */
export type ReactionValue = 1 | -1
type Expression = ReturnType<typeof sql>

/**
 * Lower bound of the 95 % score interval for the share of likes (E. B. Wilson, Journal of the American Statistical
 * Association 22, 1927): few votes do not beat many. Without a like it is 0, which the formula misses by its rounding.
 */
export function wilson(likes: Expression, dislikes: Expression) {
  const n = sql`(${likes} + ${dislikes})::float8`
  return sql`case when ${likes} = 0 then 0 else
    ((${likes} + 1.9208) / ${n} - 1.96 * sqrt(${likes}::float8 * ${dislikes} / ${n} + 0.9604) / ${n}) / (1 + 3.8416 / ${n}) end`
}

/** A person's own reaction to an article: +1, -1, or null. */
export async function findOwnArticleReaction(articleId: string, whose: Whose, on: Db = db) {
  const mine = isBy(articleReaction, whose)
  if (!mine) return null
  const [found] = await on
    .select({ value: articleReaction.value })
    .from(articleReaction)
    .where(and(eq(articleReaction.articleId, articleId), mine))
    .limit(1)
  return found?.value ?? null
}

/** A person's own reactions to some comments, by the comment's id. */
export async function listOwnCommentReactions(commentIds: string[], whose: Whose, on: Db = db) {
  const mine = isBy(commentReaction, whose)
  if (commentIds.length === 0 || !mine) return new Map<string, number>()
  const rows = await on
    .select({ commentId: commentReaction.commentId, value: commentReaction.value })
    .from(commentReaction)
    .where(and(inArray(commentReaction.commentId, commentIds), mine))
    .limit(commentIds.length)
  return new Map(rows.map((row) => [row.commentId, row.value]))
}

/** A person's own reactions to comments under one article, by the comment's id. */
export async function listOwnReactionsUnder(articleId: string, whose: Whose, on: Db = db) {
  const mine = isBy(commentReaction, whose)
  if (!mine) return new Map<string, number>()
  const rows = await on
    .select({ commentId: commentReaction.commentId, value: commentReaction.value })
    .from(commentReaction)
    .innerJoin(comment, eq(comment.id, commentReaction.commentId))
    .where(and(mine, eq(comment.articleId, articleId)))
    .orderBy(desc(commentReaction.createdAt), desc(commentReaction.id))
    .limit(1000)
  return new Map(rows.map((row) => [row.commentId, row.value]))
}

/** A member's or, of somebody who is not signed in, a browser's. */
function isBy(table: typeof articleReaction | typeof commentReaction, { memberId, guestKey }: Whose) {
  if (memberId) return eq(table.memberId, memberId)
  return guestKey ? eq(table.visitorKey, guestKey) : undefined
}
