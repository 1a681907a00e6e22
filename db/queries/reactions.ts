import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { articleCount, articleReaction, comment, commentCount, commentReaction } from '../schema'

/** +1 a like, -1 a dislike. */
export type ReactionValue = 1 | -1
type Change = { likes: number; dislikes: number }

const noChange: Change = { likes: 0, dislikes: 0 }
const counted = (value: number, by: 1 | -1): Change =>
  value > 0 ? { likes: by, dislikes: 0 } : { likes: 0, dislikes: by }
const added = (a: Change, b: Change): Change => ({ likes: a.likes + b.likes, dislikes: a.dislikes + b.dislikes })

/** Sets a member's reaction to an article, or takes it back (`none`), and counts what really changed. */
export async function setArticleReaction(articleId: string, memberId: string, to: ReactionValue | null, tx: Tx) {
  const mine = and(eq(articleReaction.articleId, articleId), eq(articleReaction.memberId, memberId))
  const [gone] = await tx.delete(articleReaction).where(mine).returning({ value: articleReaction.value })
  const [come] = to
    ? await tx
        .insert(articleReaction)
        .values({ articleId, memberId, value: to })
        .onConflictDoNothing()
        .returning({ value: articleReaction.value })
    : []
  const change = added(gone ? counted(gone.value, -1) : noChange, come ? counted(come.value, 1) : noChange)
  await tx
    .update(articleCount)
    .set({
      likes: sql`${articleCount.likes} + ${change.likes}`,
      dislikes: sql`${articleCount.dislikes} + ${change.dislikes}`,
    })
    .where(eq(articleCount.articleId, articleId))
}

/** Sets a member's reaction to a comment, or takes it back, and counts what really changed. */
export async function setCommentReaction(commentId: string, memberId: string, to: ReactionValue | null, tx: Tx) {
  const mine = and(eq(commentReaction.commentId, commentId), eq(commentReaction.memberId, memberId))
  const [gone] = await tx.delete(commentReaction).where(mine).returning({ value: commentReaction.value })
  const [come] = to
    ? await tx
        .insert(commentReaction)
        .values({ commentId, memberId, value: to })
        .onConflictDoNothing()
        .returning({ value: commentReaction.value })
    : []
  const change = added(gone ? counted(gone.value, -1) : noChange, come ? counted(come.value, 1) : noChange)
  await tx
    .update(commentCount)
    .set({
      likes: sql`${commentCount.likes} + ${change.likes}`,
      dislikes: sql`${commentCount.dislikes} + ${change.dislikes}`,
      best: wilson(
        sql`(${commentCount.likes} + ${change.likes})`,
        sql`(${commentCount.dislikes} + ${change.dislikes})`,
      ),
    })
    .where(eq(commentCount.commentId, commentId))
}

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

/** A member's own reaction to an article: +1, -1, or null. */
export async function findOwnArticleReaction(articleId: string, memberId: string, on: Db = db) {
  const [found] = await on
    .select({ value: articleReaction.value })
    .from(articleReaction)
    .where(and(eq(articleReaction.articleId, articleId), eq(articleReaction.memberId, memberId)))
    .limit(1)
  return found?.value ?? null
}

/** A member's own reactions to some comments, by the comment's id. */
export async function listOwnCommentReactions(commentIds: string[], memberId: string, on: Db = db) {
  if (commentIds.length === 0) return new Map<string, number>()
  const rows = await on
    .select({ commentId: commentReaction.commentId, value: commentReaction.value })
    .from(commentReaction)
    .where(and(inArray(commentReaction.commentId, commentIds), eq(commentReaction.memberId, memberId)))
    .limit(commentIds.length)
  return new Map(rows.map((row) => [row.commentId, row.value]))
}

/** A member's own reactions to comments under one article, by the comment's id. */
export async function listOwnReactionsUnder(articleId: string, memberId: string, on: Db = db) {
  const rows = await on
    .select({ commentId: commentReaction.commentId, value: commentReaction.value })
    .from(commentReaction)
    .innerJoin(comment, eq(comment.id, commentReaction.commentId))
    .where(and(eq(commentReaction.memberId, memberId), eq(comment.articleId, articleId)))
    .orderBy(desc(commentReaction.createdAt), desc(commentReaction.id))
    .limit(1000)
  return new Map(rows.map((row) => [row.commentId, row.value]))
}
