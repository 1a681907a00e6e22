import { and, desc, eq, gt, or, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, articleCount, comment, commentCount, commentVersion } from '../schema'
import { conversationColumns, withConversation } from './conversations'
import { deletePick } from './picks'

// What the acts of the conversation ask and write.

/** What an act must know of the article before it takes a comment. */
export async function findArticleToComment(articleId: string, now: Date, on: Db = db) {
  const [found] = await on
    .select({ id: article.id, slug: article.slug, versionId: article.versionId, ...conversationColumns })
    .from(article)
    .where(
      and(
        eq(article.id, articleId),
        eq(article.state, 'published'),
        sql`${article.publishedAt} <= ${now.toISOString()}`,
      ),
    )
    .limit(1)
  return found && withConversation(found, now)
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
      visibleAt: comment.visibleAt,
      heldBecause: comment.heldBecause,
      findings: comment.findings,
      hiddenBecause: comment.hiddenBecause,
      decidedAt: comment.decidedAt,
      text: comment.text,
      createdAt: comment.createdAt,
      movedAt: comment.movedAt,
      deletedFrom: comment.deletedFrom,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .where(eq(comment.id, id))
    .limit(1)
  const [found] = await (lock ? query.for('update', { of: comment }) : query)
  return found
}

/** A comment's key, and one of an earlier time that counts where the comment is younger than `since`. */
export type PostKeys = { key: string; earlier?: { key: string; since: Date } }

export async function findCommentByKey({ key, earlier }: PostKeys, on: Db = db) {
  const wasEarlier = earlier && and(eq(comment.postKey, earlier.key), gt(comment.createdAt, earlier.since))
  const [found] = await on
    .select({ id: comment.id, standing: comment.standing })
    .from(comment)
    .where(or(eq(comment.postKey, key), wasEarlier))
    .orderBy(desc(comment.createdAt), comment.id)
    .limit(1)
  return found
}

type NewComment = Omit<typeof comment.$inferInsert, 'createdAt'> & { createdAt: Date }

/** Stores a comment and its counters. Answers nothing where its one-time key was used before. */
export async function insertComment(values: NewComment, tx: Tx) {
  const stored = tx.$with('stored').as(
    tx.insert(comment).values(values).onConflictDoNothing({ target: comment.postKey }).returning({
      id: comment.id,
      standing: comment.standing,
      articleId: comment.articleId,
      rootNo: comment.rootNo,
      depth: comment.depth,
    }),
  )
  const counted = tx.$with('counted', {}).as(sql`
    insert into ${commentCount} (comment_id, article_id, root_no)
    select id, article_id, case when depth = 0 then root_no end from ${stored}
  `)
  const [inserted] = await tx.with(stored, counted).select({ id: stored.id, standing: stored.standing }).from(stored)
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
  hiddenBecause?: string | null
}

/**
 * Moves a comment to another standing; what leaves readers' sight is no pick any more. Touches no row, and answers
 * nothing, where somebody moved it before.
 */
export async function moveComment({ id, seenAs, to, rootNo, hiddenBecause = null }: Move, now: Date, tx: Tx) {
  const [moved] = await tx
    .update(comment)
    .set({
      standing: to,
      hiddenBecause,
      movedAt: now,
      deletedFrom: to === 'deleted' ? seenAs : null,
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
  if (moved && seenAs === 'visible') await deletePick(id, tx)
  if (moved && rootNo !== undefined) await tx.update(commentCount).set({ rootNo }).where(eq(commentCount.commentId, id))
  return moved
}

type ChangedText = Pick<typeof comment.$inferSelect, 'text' | 'heldBecause' | 'findings'> & {
  textHash?: string | null
}

/** Gives a comment another text, with what was found in it, and keeps the one that it had. */
export async function updateText(id: string, changed: ChangedText, now: Date, tx: Tx) {
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
  await tx
    .update(comment)
    .set({ ...changed, editedAt: now })
    .where(eq(comment.id, id))
}
