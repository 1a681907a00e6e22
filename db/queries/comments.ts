import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db } from '../client'
import { articleAuthor, author, comment, commentCount, member, pick, reason } from '../schema'
import { isBy, type Whose } from './own-comments'
import { givenReason } from './reasons'

const parent = alias(comment, 'parent')
const parentMember = alias(member, 'parent_member')

/** Readers see something of it: the comment itself, or the placeholder of one that they could read once. */
export const isShown = and(ne(comment.standing, 'held'), isNotNull(comment.visibleAt))

/** No join: one more table than these, and Postgres orders the joins of a conversation's page no longer by itself. */
const isPicked = sql<boolean>`${comment.standing} = 'visible'
  and exists (select from ${pick} where ${pick.commentId} = ${comment.id})`

/** Whether the account behind a comment is that of an author of its article. */
export const isByAuthor = sql<boolean>`${comment.standing} = 'visible' and ${comment.memberId} is not null and exists (
  select from ${articleAuthor} join ${author} on ${author.id} = ${articleAuthor.authorId}
  where ${articleAuthor.articleId} = ${comment.articleId} and ${author.memberId} = ${comment.memberId})`

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
  isByAuthor,
  isPicked,
  hiddenBecause: givenReason,
  movedAt: comment.movedAt,
  createdAt: comment.createdAt,
  visibleAt: comment.visibleAt,
  editedAt: comment.editedAt,
  likes: commentCount.likes,
  dislikes: commentCount.dislikes,
  replies: commentCount.replies,
  answersName: sql<
    string | null
  >`case when ${parent.standing} = 'visible' then coalesce(${parentMember.name}, ${parent.guestName}) end`,
}

export function selectComments(on: Db) {
  return on
    .select(publicComment)
    .from(comment)
    .innerJoin(commentCount, eq(commentCount.commentId, comment.id))
    .leftJoin(member, eq(member.id, comment.memberId))
    .leftJoin(reason, eq(reason.code, comment.hiddenBecause))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(parentMember, eq(parentMember.id, parent.memberId))
}

export type PublicComment = NonNullable<Awaited<ReturnType<typeof findPublicComment>>>

/** One comment as readers see it; none where it is held or was never there. */
export async function findPublicComment(id: string, on: Db = db) {
  const [found] = await selectComments(on)
    .where(and(eq(comment.id, id), isShown))
    .limit(1)
  return found
}

/** Comments of one person under an article that no reader is shown: held ones, and those not let through. */
export async function listOwnUnseenComments(articleId: string, whose: Whose, on: Db = db) {
  if (!whose.memberId && !whose.guestKey) return []
  return on
    .select({
      id: comment.id,
      articleId: comment.articleId,
      parentId: comment.parentId,
      text: comment.text,
      standing: comment.standing,
      heldBecause: comment.heldBecause,
      findings: comment.findings,
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

/** Which comments under an article are one person's own. */
export async function listOwnCommentIds(articleId: string, whose: Whose, on: Db = db) {
  if (!whose.memberId && !whose.guestKey) return new Set<string>()
  const rows = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.articleId, articleId), isBy(whose)))
    .limit(1000)
  return new Set(rows.map((row) => row.id))
}

/** Which of some comments are one person's own. */
export async function listOwnAmong(ids: string[], whose: Whose, on: Db = db) {
  if (ids.length === 0 || (!whose.memberId && !whose.guestKey)) return new Set<string>()
  const rows = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(inArray(comment.id, ids), isBy(whose)))
    .limit(ids.length)
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
