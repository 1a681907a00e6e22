import { and, asc, between, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { repliesPerRoot, rootsPerPage } from '@/domain/comment/paging'
import { type Db, db } from '../client'
import { article, comment, commentCount, member, reason } from '../schema'
import { isBy } from './own-comments'
import { givenReason } from './reasons'

const parent = alias(comment, 'parent')
const parentMember = alias(member, 'parent_member')

/** Readers see something of it: the comment itself, or the placeholder of one that they could read once. */
const isShown = and(ne(comment.standing, 'held'), isNotNull(comment.visibleAt))

/** What a reader may see of a comment. The text of one that is not visible never leaves the database. */
const publicComment = {
  id: comment.id,
  articleId: comment.articleId,
  parentId: comment.parentId,
  rootId: comment.rootId,
  rootNo: comment.rootNo,
  depth: comment.depth,
  standing: comment.standing,
  text: sql<string>`case when ${comment.standing} = 'visible' then ${comment.text} else '' end`,
  name: sql<
    string | null
  >`case when ${comment.standing} = 'visible' then coalesce(${member.name}, ${comment.guestName}) end`,
  handle: sql<string | null>`case when ${comment.standing} = 'visible' then ${member.handle} end`,
  rank: sql<
    'member' | 'moderator' | 'editor' | 'admin' | null
  >`case when ${comment.standing} = 'visible' then ${member.rank} end`,
  hiddenBecause: givenReason,
  movedAt: comment.movedAt,
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  likes: commentCount.likes,
  dislikes: commentCount.dislikes,
  replies: commentCount.replies,
  answersName: sql<
    string | null
  >`case when ${parent.standing} = 'visible' then coalesce(${parentMember.name}, ${parent.guestName}) end`,
}

function selectComments(on: Db) {
  return on
    .select(publicComment)
    .from(comment)
    .innerJoin(commentCount, eq(commentCount.commentId, comment.id))
    .leftJoin(member, eq(member.id, comment.memberId))
    .leftJoin(reason, eq(reason.code, comment.hiddenBecause))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(parentMember, eq(parentMember.id, parent.memberId))
}

export type PublicComment = Awaited<ReturnType<typeof listThread>>[number]

/**
 * Page N of a conversation, oldest first: the roots of its range and the first replies of each. Parents come
 * before their replies.
 */
export async function listThread(articleId: string, page: number, on: Db = db) {
  const numbered = on
    .select({
      id: comment.id,
      place:
        sql<number>`row_number() over (partition by ${comment.rootNo} order by ${comment.createdAt}, ${comment.id})`.as(
          'place',
        ),
    })
    .from(comment)
    .where(
      and(
        eq(comment.articleId, articleId),
        between(comment.rootNo, (page - 1) * rootsPerPage + 1, page * rootsPerPage),
        isShown,
      ),
    )
    .as('numbered')

  return selectComments(on)
    .innerJoin(numbered, eq(numbered.id, comment.id))
    .where(sql`${numbered.place} <= ${repliesPerRoot + 1}`)
    .orderBy(asc(comment.rootNo), asc(comment.createdAt), asc(comment.id))
    .limit(rootsPerPage * (repliesPerRoot + 1))
}

/** A comment with what is below it, oldest first; the comment itself comes first. */
export async function listSubtree(commentId: string, limit = 300, on: Db = db) {
  const below = sql`with recursive below(id, level) as (
      select id, 0 from comment where id = ${commentId}
      union all
      select child.id, below.level + 1 from below join comment child on child.parent_id = below.id where below.level < 1000
    ) select id from below`
  return selectComments(on)
    .where(and(sql`${comment.id} in (${below})`, isShown))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(limit)
}

/** One comment as readers see it; none where it is held or was never there. */
export async function findPublicComment(id: string, on: Db = db) {
  const [found] = await selectComments(on)
    .where(and(eq(comment.id, id), isShown))
    .limit(1)
  return found
}

/** Comments of one person under an article that no reader is shown: held ones, and those not let through. */
export async function listOwnUnseenComments(
  articleId: string,
  whose: { memberId: string | null; guestKey: string | null },
  on: Db = db,
) {
  if (!whose.memberId && !whose.guestKey) return []
  return on
    .select({
      id: comment.id,
      articleId: comment.articleId,
      parentId: comment.parentId,
      text: comment.text,
      standing: comment.standing,
      heldBecause: comment.heldBecause,
      hiddenBecause: givenReason,
      createdAt: comment.createdAt,
    })
    .from(comment)
    .leftJoin(reason, eq(reason.code, comment.hiddenBecause))
    .where(
      and(
        eq(comment.articleId, articleId),
        ne(comment.standing, 'deleted'),
        or(eq(comment.standing, 'held'), isNull(comment.visibleAt)),
        isBy(whose),
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(100)
}

/** Where a comment stands in its article's pages: its root's number and how many of its thread come before it. */
export async function findCommentPlace(id: string, on: Db = db) {
  const [found] = await on
    .select({
      id: comment.id,
      slug: article.slug,
      rootNo: comment.rootNo,
      depth: comment.depth,
      standing: comment.standing,
      visibleAt: comment.visibleAt,
      before: sql<number>`(select count(*)::int from comment earlier where earlier.root_id = ${comment.rootId}
        and earlier.standing <> 'held' and earlier.visible_at is not null and (earlier.created_at, earlier.id) < (${comment.createdAt}, ${comment.id}))`,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .where(eq(comment.id, id))
    .limit(1)
  return found
}

/** Which comments under an article are one person's own. */
export async function listOwnCommentIds(
  articleId: string,
  whose: { memberId: string | null; guestKey: string | null },
  on: Db = db,
) {
  if (!whose.memberId && !whose.guestKey) return new Set<string>()
  const rows = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.articleId, articleId), isBy(whose)))
    .limit(1000)
  return new Set(rows.map((row) => row.id))
}

/** Half of the last held comments were read by a moderator within so many minutes; none before the first. */
export async function findMedianWait(on: Db = db) {
  const last = on
    .select({ minutes: sql<number>`extract(epoch from ${comment.movedAt} - ${comment.createdAt}) / 60`.as('minutes') })
    .from(comment)
    .where(sql`${comment.movedAt} is not null and ${comment.visibleAt} > ${comment.createdAt}`)
    .orderBy(desc(comment.movedAt))
    .limit(50)
    .as('last')
  const [row] = await on
    .select({ minutes: sql<number | null>`percentile_cont(0.5) within group (order by minutes)` })
    .from(last)
  return row?.minutes ?? null
}
