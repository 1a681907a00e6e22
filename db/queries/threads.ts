import { and, asc, between, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { fairShare, flatPerPage, mostOfThread, pageOfRoot, repliesPerPage, rootsPerPage } from '@/domain/comment/paging'
import type { ThreadOrder } from '@/domain/comment/thread-order'
import { type Db, db } from '../client'
import { article, articleCount, comment, commentCount } from '../schema'
import { isShown, selectComments } from './comments'

/** `isShown` for the innermost table of comments. */
const shown = sql.raw("standing <> 'held' and visible_at is not null")

// A conversation page by page. Nothing here reads more of a conversation than it draws: some have a hundred thousand
// comments, and some of their threads thousands.

/** Page N of a conversation: the roots of its part of the order, and the first replies of each. Parents come first. */
export async function listThread(articleId: string, page: number, order: ThreadOrder = 'oldest', on: Db = db) {
  const counts = await findCounts(articleId, on)
  const roots = counts ? await listRoots(articleId, page, order, counts.roots, on) : []
  if (!counts || roots.length === 0) return []
  const numbers = sql.join(
    roots.map(({ rootNo }) => sql`(${rootNo}::int)`),
    sql`, `,
  )
  const most = drawnOf(roots, counts.comments) + 1
  const picked = sql`select picked.id from (values ${numbers}) root (no) cross join lateral (
      select comment.id from comment where article_id = ${articleId} and root_no = root.no
        and ${shown}
      order by created_at, id limit ${most}
    ) picked`
  const comments = await selectComments(on)
    .where(sql`${comment.id} in (${picked})`)
    .orderBy(asc(comment.rootNo), asc(comment.createdAt), asc(comment.id))
    .limit(roots.length * most)
  const places = new Map(roots.map(({ rootNo }, place) => [rootNo, place]))
  const placeOf = ({ rootNo }: { rootNo: number | null }) => places.get(rootNo ?? 0) ?? 0
  return comments.sort((a, b) => placeOf(a) - placeOf(b))
}

async function findCounts(articleId: string, on: Db) {
  const [counts] = await on
    .select({ comments: articleCount.comments, roots: articleCount.roots })
    .from(articleCount)
    .where(eq(articleCount.articleId, articleId))
    .limit(1)
  return counts
}

/** How many replies of each root a page draws, in a conversation of so many comments. */
const drawnOf = (roots: { replies: number }[], comments: number) =>
  fairShare(
    roots.map(({ replies }) => replies),
    repliesPerPage(comments),
  )

/** The first-level comments on a page, in its order, with the number of replies that readers can read of each. */
async function listRoots(articleId: string, page: number, order: ThreadOrder, count: number, on: Db) {
  const numbers = await listRootNumbers(articleId, page, order, count, on)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  if (numbers.length === 0) return []
  const among = isByNumber(order) ? between(comment.rootNo, first, last) : sql`${comment.rootNo} in ${numbers}`
  const rows = await on
    .select({ rootNo: sql<number>`${comment.rootNo}`, replies: commentCount.replies })
    .from(comment)
    .innerJoin(commentCount, eq(commentCount.commentId, comment.id))
    .where(and(eq(comment.articleId, articleId), eq(comment.depth, 0), isNotNull(comment.rootNo), among))
    .limit(rootsPerPage)
  const replies = new Map(rows.map((row) => [row.rootNo, row.replies]))
  return numbers.map((rootNo) => ({ rootNo, replies: replies.get(rootNo) ?? 0 }))
}

const isByNumber = (order: ThreadOrder) => order === 'oldest' || order === 'newest'

/**
 * Numbers are dense, so by time a page is a range of them. By another key it is counted off along that key's index,
 * which holds all that this asks for: 15,000 entries for page 500, some milliseconds.
 */
async function listRootNumbers(articleId: string, page: number, order: ThreadOrder, count: number, on: Db) {
  const before = (page - 1) * rootsPerPage
  if (isByNumber(order)) {
    const numbers = Array.from(
      { length: Math.min(rootsPerPage, Math.max(0, count - before)) },
      (_, no) => before + no + 1,
    )
    return order === 'oldest' ? numbers : numbers.map((no) => count + 1 - no)
  }
  const rows = await on
    .select({ rootNo: sql<number>`${commentCount.rootNo}` })
    .from(commentCount)
    .where(and(eq(commentCount.articleId, articleId), isNotNull(commentCount.rootNo)))
    .orderBy(desc(order === 'best' ? commentCount.best : commentCount.replies), asc(commentCount.rootNo))
    .limit(rootsPerPage)
    .offset(before)
  return rows.map(({ rootNo }) => rootNo)
}

/** Page N of what readers can read of a conversation, without threads: what could be read first comes first. */
export async function listFlat(articleId: string, page: number, on: Db = db) {
  const picked = sql`select id from comment where article_id = ${articleId} and standing = 'visible'
    order by visible_at, id limit ${flatPerPage} offset ${(page - 1) * flatPerPage}`
  return selectComments(on)
    .where(sql`${comment.id} in (${picked})`)
    .orderBy(asc(comment.visibleAt), asc(comment.id))
    .limit(flatPerPage)
}

/**
 * A comment with what is below it, oldest first; the comment itself comes first. Of a large thread the levels next to
 * the comment: Postgres goes down level by level, and no further than the limit.
 */
export async function listSubtree(commentId: string, limit = mostOfThread, on: Db = db) {
  const below = sql`with recursive below (id) as (
      select id from comment where id = ${commentId}
      union all
      select child.id from below cross join lateral (
        select id from comment where parent_id = below.id and ${shown}
        order by created_at, id limit ${limit}
      ) child
    ) select id from below limit ${limit}`
  return selectComments(on)
    .where(and(sql`${comment.id} in (${below})`, isShown))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(limit)
}

/** Whom a comment answers, whom that one answers, and so on: the nearest `most`, the furthest of them first. */
export async function listAncestors(parentId: string, most = 3, on: Db = db) {
  const above = sql`with recursive above (id, parent_id, step) as (
      select id, parent_id, 1 from comment where id = ${parentId}
      union all
      select parent.id, parent.parent_id, step + 1 from above join comment parent on parent.id = above.parent_id
      where step < ${most}
    ) select id from above`
  return selectComments(on)
    .where(and(sql`${comment.id} in (${above})`, isShown))
    .orderBy(asc(comment.depth))
    .limit(most)
}

/**
 * Where a comment stands in its article's pages, oldest first: its root's number, how many of its thread come before it,
 * and how many of those its page draws.
 */
export async function findCommentPlace(id: string, on: Db = db) {
  const [found] = await on
    .select({
      id: comment.id,
      articleId: comment.articleId,
      parentId: comment.parentId,
      slug: article.slug,
      rootNo: comment.rootNo,
      depth: comment.depth,
      standing: comment.standing,
      createdAt: comment.createdAt,
      visibleAt: comment.visibleAt,
      before: countBefore(),
      comments: articleCount.comments,
      roots: articleCount.roots,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleCount, eq(articleCount.articleId, comment.articleId))
    .where(eq(comment.id, id))
    .limit(1)
  if (!found) return
  const { articleId, depth, rootNo, comments, roots: count, ...place } = found
  const isReply = depth > 0 && rootNo !== null
  const roots = isReply ? await listRoots(articleId, pageOfRoot(rootNo), 'oldest', count, on) : []
  return { ...place, articleId, depth, rootNo, drawn: drawnOf(roots, comments) }
}

/** No page draws more than a hundred of a thread, so nobody needs to know how many more there are. */
function countBefore(): SQL<number> {
  return sql<number>`(select count(*)::int from (
    select from comment earlier where earlier.root_id = ${comment.rootId} and ${shown}
      and (earlier.created_at, earlier.id) < (${comment.createdAt}, ${comment.id})
    limit 100
  ) first_ones)`
}
