import { and, count, desc, eq, inArray, isNull, lt, lte, not, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db, type Tx } from '../client'
import { article, articleVersion, comment, member, notification, notificationPreference, user } from '../schema'
import { isIgnoredBy } from './ignored-members'

/**
 * The member whose visible comment is answered, with what they wish where it is not the usual, and whether their address
 * is confirmed. None for a guest's comment.
 */
export async function findAnswered(parentId: string, on: Db = db) {
  const [found] = await on
    .select({
      id: member.id,
      inPage: notificationPreference.inPage,
      mail: notificationPreference.mail,
      hasAddress: sql<boolean>`${user.email} is not null and ${user.emailVerified} is not null`,
    })
    .from(comment)
    .innerJoin(member, eq(member.id, comment.memberId))
    .leftJoin(user, eq(user.id, member.userId))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.memberId, member.id), eq(notificationPreference.kind, 'reply')),
    )
    .where(and(eq(comment.id, parentId), eq(comment.standing, 'visible')))
    .limit(1)
  return found
}

export type Answered = Awaited<ReturnType<typeof findAnswered>>

/** Nothing where the member was told of it before. */
export async function insertNotification(
  values: typeof notification.$inferInsert | (typeof notification.$inferInsert)[],
  tx: Tx,
) {
  const target = [notification.memberId, notification.kind, notification.commentId, notification.decisionId]
  const rows = Array.isArray(values) ? values : [values]
  await tx.insert(notification).values(rows).onConflictDoNothing({ target })
}

/** What a member is told of a reply: it is visible, its article is out, and it is by nobody whom they ignore. */
export const isReplySeen = (now: Date) =>
  and(
    eq(comment.standing, 'visible'),
    eq(article.state, 'published'),
    lte(article.publishedAt, now),
    not(isIgnoredBy(notification.memberId)),
  )

/** Whether the member who is answered wants to see nothing of who answers. */
export async function isReplyIgnored(replyId: string, answeredId: string, on: Db = db) {
  const [found] = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.id, replyId), isIgnoredBy(answeredId)))
    .limit(1)
  return found !== undefined
}

const answering = alias(member, 'answering')

/** A reply as its letter and the account page tell it. */
const toldReply = {
  id: notification.id,
  commentId: notification.commentId,
  text: comment.text,
  name: sql<string | null>`coalesce(${answering.name}, ${comment.guestName})`,
  headline: articleVersion.headline,
  createdAt: notification.createdAt,
  readAt: notification.readAt,
}

/** From a notification to the reply, who wrote it, and the article. Rows whose reply is not seen any more stay in it. */
export function selectReplies(on: Db) {
  return on
    .select(toldReply)
    .from(notification)
    .innerJoin(comment, eq(comment.id, notification.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(answering, eq(answering.id, comment.memberId))
}

/** Where a page of the list ends. */
export type Cursor = { createdAt: Date; id: string }

/** What the account page tells a member of, the latest first, from below a place on. */
export async function listNotifications(memberId: string, before: Cursor | undefined, limit: number, on: Db = db) {
  const below =
    before &&
    or(
      lt(notification.createdAt, before.createdAt),
      and(eq(notification.createdAt, before.createdAt), lt(notification.id, before.id)),
    )
  return selectReplies(on)
    .where(and(isInPage(memberId), isReplySeen(new Date()), below))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit)
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number]

export async function countUnread(memberId: string, on: Db = db) {
  const [row] = await on
    .select({ n: count() })
    .from(notification)
    .innerJoin(comment, eq(comment.id, notification.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .where(and(isInPage(memberId), isReplySeen(new Date()), isNull(notification.readAt)))
  return row?.n ?? 0
}

/** One of a member's own, or all replies that came until a moment. */
export async function updateRead(memberId: string, which: { id: string } | { until: Date }, now: Date, on: Db = db) {
  const those =
    'id' in which
      ? eq(notification.id, which.id)
      : and(eq(notification.kind, 'reply'), lte(notification.createdAt, which.until))
  // One that a letter tells of at this moment stays unread, rather than to wait for the mail server.
  const free = on
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.memberId, memberId), isNull(notification.readAt), those))
    .orderBy(notification.id)
    .for('update', { skipLocked: true })
  await on.update(notification).set({ readAt: now }).where(inArray(notification.id, free))
}

export async function findPreference(memberId: string, kind: Kind, on: Db = db) {
  const [found] = await on
    .select({ inPage: notificationPreference.inPage, mail: notificationPreference.mail })
    .from(notificationPreference)
    .where(and(eq(notificationPreference.memberId, memberId), eq(notificationPreference.kind, kind)))
    .limit(1)
  return found
}

type Kind = (typeof notificationPreference.$inferSelect)['kind']
type Wish = { inPage: boolean; mail: (typeof notificationPreference.$inferSelect)['mail'] }

/** Keeps what a member wishes; of one who has said nothing before, `usual` fills what is not said now. */
export async function upsertPreference(
  memberId: string,
  kind: Kind,
  { usual, ...wish }: Partial<Wish> & { usual: Wish },
  now: Date,
  on: Db = db,
) {
  const known = on
    .select({
      memberId: member.id,
      kind: sql<Kind>`${kind}::notification_kind`.as('kind'),
      inPage: sql<boolean>`${wish.inPage ?? usual.inPage}::boolean`.as('in_page'),
      mail: sql<Wish['mail']>`${wish.mail ?? usual.mail}::mail_frequency`.as('mail'),
      changedAt: sql<Date>`${now.toISOString()}::timestamptz`.as('changed_at'),
    })
    .from(member)
    .where(eq(member.id, memberId))
  const kept = await on
    .insert(notificationPreference)
    .select(known)
    .onConflictDoUpdate({
      target: [notificationPreference.memberId, notificationPreference.kind],
      set: { ...wish, changedAt: now },
    })
    .returning({ memberId: notificationPreference.memberId })
  return kept.length === 1
}

/** The replies that the account page shows. */
function isInPage(memberId: string) {
  return and(eq(notification.memberId, memberId), eq(notification.kind, 'reply'), eq(notification.inPage, true))
}
