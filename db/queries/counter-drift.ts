import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '../client'
import { articleCount, commentCount } from '../schema'
import { wilson } from './reactions'

// What the counters should be, counted from the rows. A mending query counts anew under the lock that its counters
// are changed under, so that it never writes a number which a comment or a reaction has overtaken.

const articleNumbers = z.object({ comments: z.int(), roots: z.int(), likes: z.int(), dislikes: z.int() })
const articleDrift = z.object({ before: articleNumbers, after: articleNumbers })

const commentNumbers = z.object({
  rootNo: z.int().nullable(),
  likes: z.int(),
  dislikes: z.int(),
  replies: z.int(),
  best: z.number(),
})
const commentDrift = z.object({ id: z.uuid(), before: commentNumbers, after: commentNumbers })

export type ArticleDrift = z.infer<typeof articleDrift>
export type CommentDrift = z.infer<typeof commentDrift>

/** Some articles in the order of their ids, beginning after one of them. */
export async function listCountedArticles(after: string | undefined, limit: number, on: Db = db) {
  const rows = await on
    .select({ id: articleCount.articleId })
    .from(articleCount)
    .where(after ? gt(articleCount.articleId, after) : undefined)
    .orderBy(asc(articleCount.articleId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Those of some articles whose counters, or whose comments' counters, seem wrong: others may be writing meanwhile. */
export async function listArticlesWithDrift(articleIds: string[], on: Db = db) {
  if (articleIds.length === 0) return []
  const rows = await on.execute(sql`
    select article_id as id from (${driftOfArticles(articleIds)}) of_articles
    union select article_id from (${driftOfComments(articleIds)}) of_comments
    order by id`)
  return z
    .array(z.object({ id: z.uuid() }))
    .parse([...rows])
    .map(({ id }) => id)
}

/** Nobody posts under the article, moves its comments or reacts to it until the transaction ends. */
export async function lockArticleCount(articleId: string, tx: Tx) {
  await tx
    .select({ id: articleCount.articleId })
    .from(articleCount)
    .where(eq(articleCount.articleId, articleId))
    .for('update')
}

/** Sets an article's counters to what its rows say. Wants `lockArticleCount` before it. */
export async function mendArticleCount(articleId: string, tx: Tx) {
  const rows = await tx.execute(sql`
    with drifted as materialized (${driftOfArticles([articleId])})
    update article_count set comments = (after ->> 'comments')::int, roots = (after ->> 'roots')::int,
      likes = (after ->> 'likes')::int, dislikes = (after ->> 'dislikes')::int
    from drifted where article_count.article_id = drifted.article_id
    returning before, after`)
  return articleDrift.optional().parse(rows[0])
}

/**
 * Sets the counters of at most `limit` comments under an article to what their rows say. Wants `lockArticleCount`
 * before it; reactions to a comment are locked out by its own row.
 */
export async function mendCommentCounts(articleId: string, limit: number, tx: Tx) {
  const seeming = await tx.execute(
    sql`select id from (${driftOfComments([articleId])}) drifted order by id limit ${limit}`,
  )
  const ids = z
    .array(z.object({ id: z.uuid() }))
    .parse([...seeming])
    .map(({ id }) => id)
  if (ids.length === 0) return []
  await tx
    .select({ id: commentCount.commentId })
    .from(commentCount)
    .where(and(eq(commentCount.articleId, articleId), inArray(commentCount.commentId, ids)))
    .orderBy(asc(commentCount.commentId))
    .for('update')
  const rows = await tx.execute(sql`
    with drifted as materialized (${driftOfComments([articleId])} and comment.id in ${ids})
    update comment_count set root_no = (after ->> 'rootNo')::int, likes = (after ->> 'likes')::int,
      dislikes = (after ->> 'dislikes')::int, replies = (after ->> 'replies')::int, best = (after ->> 'best')::real
    from drifted where comment_count.comment_id = drifted.id
    returning id, before, after`)
  return z.array(commentDrift).parse([...rows])
}

/** Root numbers are never given twice: the counter of those given may be ahead of the rows, never behind. */
function driftOfArticles(articleIds: string[]) {
  return sql`
    select kept.article_id, ${numbers('kept', articleColumns)} as before, ${numbers('actual', articleColumns)} as after
    from article_count kept
    cross join lateral (
      select count(*) filter (where standing = 'visible')::int as comments,
        greatest(kept.roots, max(root_no) filter (where depth = 0)) as roots
      from comment where comment.article_id = kept.article_id
    ) said
    cross join lateral (
      select count(*) filter (where value > 0)::int as likes, count(*) filter (where value < 0)::int as dislikes
      from article_reaction where article_reaction.article_id = kept.article_id and not is_set_aside
    ) given
    cross join lateral (select said.comments, said.roots, given.likes, given.dislikes) actual
    where kept.article_id in ${articleIds}
      and (kept.comments, kept.roots, kept.likes, kept.dislikes)
        is distinct from (actual.comments, actual.roots, actual.likes, actual.dislikes)`
}

/** Ends within its conditions, so that a caller can add one about `comment`. */
function driftOfComments(articleIds: string[]) {
  return sql`
    select comment.id, kept.article_id,
      ${numbers('kept', commentColumns)} as before, ${numbers('actual', commentColumns)} as after
    from comment
    join comment_count kept on kept.comment_id = comment.id
    left join (
      select comment_id, count(*) filter (where value > 0)::int as likes, count(*) filter (where value < 0)::int as dislikes
      from comment_reaction join comment target on target.id = comment_id
      where target.article_id in ${articleIds} and not is_set_aside group by comment_id
    ) given on given.comment_id = comment.id
    left join (
      select root_id, count(*)::int as replies from comment reply
      where reply.article_id in ${articleIds} and depth > 0 and standing = 'visible' group by root_id
    ) below on below.root_id = comment.id and comment.depth = 0
    cross join lateral (
      select case when comment.depth = 0 then comment.root_no end as root_no, coalesce(given.likes, 0) as likes,
        coalesce(given.dislikes, 0) as dislikes, coalesce(below.replies, 0) as replies
    ) counted
    cross join lateral (
      select counted.*, (${wilson(sql`counted.likes`, sql`counted.dislikes`)})::real as best
    ) actual
    where comment.article_id in ${articleIds}
      and ((kept.root_no, kept.likes, kept.dislikes, kept.replies)
          is distinct from (actual.root_no, actual.likes, actual.dislikes, actual.replies)
        or abs(kept.best - actual.best) > ${roundingOfReal})`
}

const roundingOfReal = 1e-5

const articleColumns = { comments: 'comments', roots: 'roots', likes: 'likes', dislikes: 'dislikes' }
const commentColumns = { rootNo: 'root_no', likes: 'likes', dislikes: 'dislikes', replies: 'replies', best: 'best' }

function numbers(of: 'kept' | 'actual', columns: Record<string, string>): SQL {
  const pairs = Object.entries(columns).map(([name, column]) => `'${name}', ${of}.${column}`)
  return sql.raw(`jsonb_build_object(${pairs.join(', ')})`)
}
