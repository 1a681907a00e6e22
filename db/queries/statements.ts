import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import {
  appeal,
  article,
  articleVersion,
  comment,
  decision,
  guestLetter,
  member,
  notification,
  notificationPreference,
  reason,
  user,
} from '../schema'

/** The lines of the log that are stated to the author of the comment. */
export const statedKinds = [
  'hold-comment',
  'hide-comment',
  'restore-comment',
  'uphold-decision',
  'overturn-decision',
] as const

/** The first later line that ended what a line says: a hidden comment was restored, a held one decided about. */
const endedAt = sql<Date | null>`(select min(later.created_at) from decision later
  where later.comment_id = ${decision.commentId} and (later.created_at, later.id) > (${decision.createdAt}, ${decision.id})
    and case ${decision.kind}
      when 'hide-comment' then later.kind in ('restore-comment', 'overturn-decision')
      when 'hold-comment' then later.kind in ('approve-comment', 'hide-comment', 'hold-comment')
      else later.kind = 'hide-comment' end)`.mapWith(decision.createdAt)

/** What is stated holds now: no later line ended it, and the comment stands as it says. */
const isInForce = sql<boolean>`(${endedAt} is null and ${comment.standing} = case
  when ${decision.kind} = 'hold-comment' then 'held'
  when ${decision.kind} in ('hide-comment', 'uphold-decision') then 'hidden'
  else 'visible' end::standing)`

const statement = {
  id: decision.id,
  kind: sql<(typeof statedKinds)[number]>`${decision.kind}`,
  createdAt: decision.createdAt,
  actorId: decision.actorId,
  actorRank: decision.actorRank,
  isAutomatic: decision.isAutomatic,
  before: decision.before,
  after: decision.after,
  endedAt,
  isInForce,
  reasonCode: decision.reason,
  commentId: comment.id,
  articleId: comment.articleId,
  memberId: comment.memberId,
  isGuest: sql<boolean>`${comment.memberId} is null and ${comment.guestName} is not null`,
  guestEmail: comment.guestEmail,
  text: sql<string>`case when ${comment.standing} = 'deleted' then '' else ${comment.text} end`,
  standing: comment.standing,
  heldBecause: comment.heldBecause,
  slug: article.slug,
  headline: articleVersion.headline,
  /** The reason as it is said now. */
  reason: { label: reason.label, ruleNo: reason.ruleNo, ruleText: reason.ruleText },
}

const selectStatements = (on: Db) =>
  on
    .select(statement)
    .from(decision)
    .innerJoin(comment, eq(comment.id, decision.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(reason, eq(reason.code, decision.reason))
    .$dynamic()

/** A line of the log as it is stated to the comment's author; none for other lines, and where the comment is gone. */
export async function findStatement(decisionId: string, on: Db = db) {
  const [found] = await selectStatements(on)
    .where(and(eq(decision.id, decisionId), inArray(decision.kind, [...statedKinds])))
    .limit(1)
  return found
}

export type StatementRow = NonNullable<Awaited<ReturnType<typeof findStatement>>>

/** What a letter states of what is due in it: what holds at this moment, the first first. */
export async function listStatementsOfLetter(letterId: string, limit: number, on: Db = db) {
  return selectStatements(on)
    .innerJoin(notification, eq(notification.decisionId, decision.id))
    .where(and(eq(notification.letterId, letterId), isNull(notification.settledAt), isInForce))
    .orderBy(asc(decision.createdAt), asc(decision.id))
    .limit(limit)
}

/** What was taken back within so many minutes is as if it had never been, unless a letter told of it or its author appealed. */
export const undoneWithin = 10

const isWorthTelling = (endsAt: SQL) =>
  or(
    sql`${endsAt} is null`,
    isNotNull(appeal.id),
    sql`${endsAt} > ${decision.createdAt} + make_interval(mins => ${undoneWithin})`,
    and(isNotNull(notification.dueAt), sql`${notification.settledAt} < ${endsAt}`),
  )

/** What the account page states to a member, the latest first. */
export async function listStatements(memberId: string, limit: number, on: Db = db) {
  return on
    .select({
      ...statement,
      notificationId: notification.id,
      readAt: notification.readAt,
      appealedAt: appeal.createdAt,
      outcome: appeal.outcome,
    })
    .from(notification)
    .innerJoin(decision, eq(decision.id, notification.decisionId))
    .innerJoin(comment, eq(comment.id, decision.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(reason, eq(reason.code, decision.reason))
    .leftJoin(appeal, eq(appeal.decisionId, decision.id))
    .where(and(eq(notification.memberId, memberId), eq(notification.kind, 'statement'), isWorthTelling(endedAt)))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit)
}

export type ListedStatement = Awaited<ReturnType<typeof listStatements>>[number]

/** Whether the author was told of the latest removal of a comment: by a letter, or for long enough on the account page. */
export async function wasRemovalTold(commentId: string, now: Date, on: Db = db) {
  const [row] = await on.execute<{ told: boolean }>(sql`
    select exists (select from guest_letter where decision_id = hidden.id)
      or exists (select from notification where decision_id = hidden.id and kind = 'statement'
        and (due_at is not null and settled_at is not null
          or hidden.created_at < ${now.toISOString()}::timestamptz - make_interval(mins => ${undoneWithin}))) as told
    from (select id, created_at from decision where comment_id = ${commentId} and kind = 'hide-comment'
      order by created_at desc, id desc limit 1) hidden`)
  return row?.told ?? false
}

/** How a member wants to be told of statements, and whether their address is confirmed. */
export async function findToldAuthor(memberId: string, on: Db = db) {
  const [found] = await on
    .select({
      mail: notificationPreference.mail,
      hasAddress: sql<boolean>`${user.email} is not null and ${user.emailVerified} is not null`,
    })
    .from(member)
    .leftJoin(user, eq(user.id, member.userId))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.memberId, member.id), eq(notificationPreference.kind, 'statement')),
    )
    .where(eq(member.id, memberId))
    .limit(1)
  return found
}

/** Writes down that a guest was sent a statement; answers whether that was not so before. Whoever else sends it waits. */
export async function insertGuestLetter(decisionId: string, now: Date, tx: Tx) {
  const rows = await tx
    .insert(guestLetter)
    .values({ decisionId, sentAt: now })
    .onConflictDoNothing()
    .returning({ id: guestLetter.decisionId })
  return rows.length > 0
}

/** Since when a comment waited for a decision, by a hold or by its first open report, and how many reports are open. */
export async function findWaiting(commentId: string, tx: Tx) {
  const [row] = await tx.execute<{ held: string | null; reported: string | null; reports: number }>(sql`
    select case when standing = 'held' then coalesce(moved_at, created_at) end as held,
      (select min(created_at) from report where comment_id = comment.id and outcome is null) as reported,
      (select count(*)::int from report where comment_id = comment.id and outcome is null) as reports
    from comment where id = ${commentId}`)
  const since = row?.held ?? row?.reported
  return { reports: row?.reports ?? 0, ...(since && { since: new Date(since).toISOString() }) }
}
