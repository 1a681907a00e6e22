import { and, asc, between, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { repliesPerRoot, rootsPerPage } from '@/domain/comment/paging'
import { type Db, db, type Tx } from '../client'
import { article, articleCount, comment, commentCount, commentVersion, member } from '../schema'

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
  hiddenBecause: comment.hiddenBecause,
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

/** Comments of one person under an article that no reader was ever shown: held ones, and those not let through. */
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
      hiddenBecause: comment.hiddenBecause,
      createdAt: comment.createdAt,
    })
    .from(comment)
    .where(
      and(eq(comment.articleId, articleId), ne(comment.standing, 'deleted'), isNull(comment.visibleAt), isBy(whose)),
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

/** What an act must know of the article before it takes a comment. */
export async function findArticleToComment(articleId: string, now: Date, on: Db = db) {
  const [found] = await on
    .select({ id: article.id, slug: article.slug, commentsOpen: article.commentsOpen, versionId: article.versionId })
    .from(article)
    .where(
      and(
        eq(article.id, articleId),
        eq(article.state, 'published'),
        sql`${article.publishedAt} <= ${now.toISOString()}`,
      ),
    )
    .limit(1)
  return found
}

/** Whether there is, or was, such an article at all, whatever its state. */
export async function hasArticle(articleId: string, on: Db = db) {
  const [found] = await on.select({ id: article.id }).from(article).where(eq(article.id, articleId)).limit(1)
  return found !== undefined
}

/** A comment as acts need it, whatever its standing. With `lock` nobody else moves it before the transaction ends. */
export async function findComment(id: string, on: Db = db, lock = false) {
  const query = on
    .select({
      id: comment.id,
      articleId: comment.articleId,
      slug: article.slug,
      parentId: comment.parentId,
      rootId: comment.rootId,
      rootNo: comment.rootNo,
      depth: comment.depth,
      standing: comment.standing,
      memberId: comment.memberId,
      guestKey: comment.guestKey,
      hiddenBecause: comment.hiddenBecause,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .where(eq(comment.id, id))
    .limit(1)
  const [found] = await (lock ? query.for('update', { of: comment }) : query)
  return found
}

export async function findCommentByKey(postKey: string, on: Db = db) {
  const [found] = await on
    .select({ id: comment.id, standing: comment.standing })
    .from(comment)
    .where(eq(comment.postKey, postKey))
    .limit(1)
  return found
}

/** Whether a member has had a comment let through before. */
export async function hasBeenVisible(memberId: string, on: Db = db) {
  const [found] = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.memberId, memberId), sql`${comment.visibleAt} is not null`))
    .limit(1)
  return found !== undefined
}

type NewComment = Omit<typeof comment.$inferInsert, 'createdAt'> & { createdAt: Date }

/** Stores a comment and its counters. Answers nothing where its one-time key was used before. */
export async function insertComment(values: NewComment, tx: Tx) {
  const [inserted] = await tx
    .insert(comment)
    .values(values)
    .onConflictDoNothing({ target: comment.postKey })
    .returning({ id: comment.id, standing: comment.standing })
  if (!inserted) return
  await tx.insert(commentCount).values({
    commentId: inserted.id,
    articleId: values.articleId,
    rootNo: values.depth === 0 ? values.rootNo : null,
  })
  return inserted
}

/** The next number for a first-level comment of the article. The lock on the counter row keeps numbers dense. */
export async function takeRootNo(articleId: string, tx: Tx) {
  const [row] = await tx
    .update(articleCount)
    .set({ roots: sql`${articleCount.roots} + 1` })
    .where(eq(articleCount.articleId, articleId))
    .returning({ rootNo: articleCount.roots })
  if (!row) throw new Error(`article ${articleId} has no counter row`)
  return row.rootNo
}

/** Counts a comment in (`by` 1) or out (-1) of what readers can read: the article's total, and its root's replies. */
export async function countVisible(moved: { articleId: string; rootId: string; depth: number }, by: 1 | -1, tx: Tx) {
  await tx
    .update(articleCount)
    .set({ comments: sql`${articleCount.comments} + ${by}` })
    .where(eq(articleCount.articleId, moved.articleId))
  if (moved.depth === 0) return
  await tx
    .update(commentCount)
    .set({ replies: sql`${commentCount.replies} + ${by}` })
    .where(eq(commentCount.commentId, moved.rootId))
}

type Standing = (typeof comment.$inferSelect)['standing']
type Move = {
  id: string
  seenAs: Standing
  to: Standing
  rootNo?: number
  hiddenBecause?: PublicComment['hiddenBecause']
}

/** Moves a comment to another standing. Touches no row, and answers nothing, where somebody moved it before. */
export async function moveComment({ id, seenAs, to, rootNo, hiddenBecause = null }: Move, now: Date, tx: Tx) {
  const [moved] = await tx
    .update(comment)
    .set({
      standing: to,
      hiddenBecause,
      movedAt: now,
      ...(rootNo === undefined ? {} : { rootNo }),
      ...(to === 'visible'
        ? { heldBecause: null, visibleAt: sql`coalesce(${comment.visibleAt}, ${now.toISOString()})` }
        : {}),
    })
    .where(and(eq(comment.id, id), eq(comment.standing, seenAs)))
    .returning({
      id: comment.id,
      articleId: comment.articleId,
      rootId: comment.rootId,
      rootNo: comment.rootNo,
      depth: comment.depth,
    })
  if (moved && rootNo !== undefined) await tx.update(commentCount).set({ rootNo }).where(eq(commentCount.commentId, id))
  return moved
}

/** Gives a comment another text and keeps the one that it had. */
export async function updateText(id: string, text: string, now: Date, tx: Tx) {
  await tx.insert(commentVersion).select(
    tx
      .select({
        commentId: comment.id,
        no: sql<number>`(select count(*) + 1 from ${commentVersion} earlier where earlier.comment_id = ${comment.id})`.as(
          'no',
        ),
        text: comment.text,
        createdAt: sql<Date>`coalesce(${comment.editedAt}, ${comment.createdAt})`.as('created_at'),
      })
      .from(comment)
      .where(eq(comment.id, id)),
  )
  await tx.update(comment).set({ text, editedAt: now }).where(eq(comment.id, id))
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

function isBy({ memberId, guestKey }: { memberId: string | null; guestKey: string | null }) {
  return or(
    memberId ? eq(comment.memberId, memberId) : undefined,
    guestKey ? eq(comment.guestKey, guestKey) : undefined,
  )
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
