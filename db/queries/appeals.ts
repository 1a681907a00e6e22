import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, ne, notExists, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db, type Tx } from '../client'
import { appeal, article, articleVersion, comment, decision, member, reason, sanction } from '../schema'
import { givenReason } from './reasons'

/** Stores an appeal; answers whether it is the first against its decision. */
export async function insertAppeal(values: typeof appeal.$inferInsert, tx: Tx) {
  const rows = await tx
    .insert(appeal)
    .values(values)
    .onConflictDoNothing({ target: appeal.decisionId })
    .returning({ id: appeal.id })
  return rows.length > 0
}

const plain = {
  id: appeal.id,
  decisionId: appeal.decisionId,
  commentId: appeal.commentId,
  text: appeal.text,
  outcome: appeal.outcome,
  answer: appeal.answer,
  decidedAt: appeal.decidedAt,
  createdAt: appeal.createdAt,
}

/** What was said against a decision, if anything was. */
export async function findAppealAgainst(decisionId: string, on: Db = db) {
  const [found] = await on.select(plain).from(appeal).where(eq(appeal.decisionId, decisionId)).limit(1)
  return found
}

/** An appeal, and who decided first about whose comment. With `lock` nobody else decides it before the transaction ends. */
export async function findAppeal(id: string, on: Db = db, lock = false) {
  const query = on
    .select({
      ...plain,
      firstDeciderId: decision.actorId,
      reason: decision.reason,
      memberId: comment.memberId,
      articleId: comment.articleId,
    })
    .from(appeal)
    .innerJoin(decision, eq(decision.id, appeal.decisionId))
    .innerJoin(comment, eq(comment.id, appeal.commentId))
    .where(eq(appeal.id, id))
    .limit(1)
  const [found] = await (lock ? query.for('update', { of: appeal }) : query)
  return found
}

type Outcome = {
  outcome: NonNullable<(typeof appeal.$inferSelect)['outcome']>
  answer: string
  decidedBy: string | null
}

export async function updateAppealDecided(id: string, outcome: Outcome, now: Date, tx: Tx) {
  await tx
    .update(appeal)
    .set({ ...outcome, decidedAt: now })
    .where(eq(appeal.id, id))
}

/** Settles what is left to decide about a comment that was restored otherwise. Answers how many appeals that were. */
export async function updateAppealsTakenBack(commentId: string, now: Date, tx: Tx) {
  const rows = await tx
    .update(appeal)
    .set({ outcome: 'taken-back', decidedAt: now })
    .where(and(eq(appeal.commentId, commentId), isNull(appeal.outcome)))
    .returning({ id: appeal.id })
  return rows.length
}

const decider = alias(member, 'decider')
const first = alias(member, 'first')

const deskAppeal = {
  ...plain,
  memberId: comment.memberId,
  guestName: comment.guestName,
  authorName: member.name,
  commentText: comment.text,
  standing: comment.standing,
  slug: article.slug,
  headline: articleVersion.headline,
  firstDeciderId: decision.actorId,
  firstDeciderName: first.name,
  isAutomatic: decision.isAutomatic,
  note: decision.note,
  decidedFirstAt: decision.createdAt,
  reason: givenReason,
  deciderId: decider.id,
  deciderName: decider.name,
}

const selectAppeals = (on: Db) =>
  on
    .select(deskAppeal)
    .from(appeal)
    .innerJoin(decision, eq(decision.id, appeal.decisionId))
    .innerJoin(comment, eq(comment.id, appeal.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(reason, eq(reason.code, decision.reason))
    .leftJoin(member, eq(member.id, comment.memberId))
    .leftJoin(first, eq(first.id, decision.actorId))
    .leftJoin(decider, eq(decider.id, appeal.decidedBy))

/** The appeals that wait, the longest waiting first. */
export async function listOpenAppeals(limit: number, on: Db = db) {
  return selectAppeals(on).where(isNull(appeal.outcome)).orderBy(asc(appeal.createdAt), asc(appeal.id)).limit(limit)
}

export type DeskAppeal = Awaited<ReturnType<typeof listOpenAppeals>>[number]

/** The appeals that were decided last. */
export async function listDecidedAppeals(limit: number, on: Db = db) {
  return selectAppeals(on)
    .where(isNotNull(appeal.outcome))
    .orderBy(desc(appeal.decidedAt), desc(appeal.id))
    .limit(limit)
}

export async function countOpenAppeals(on: Db = db) {
  const [row] = await on.select({ n: count() }).from(appeal).where(isNull(appeal.outcome))
  return row?.n ?? 0
}

/** The moderators who can sign in and may decide now. */
export async function listModeratorIds(now: Date, on: Db = db) {
  const silenced = on
    .select({ id: sanction.id })
    .from(sanction)
    .where(
      and(
        eq(sanction.memberId, member.id),
        ne(sanction.kind, 'warning'),
        isNull(sanction.liftedAt),
        lte(sanction.startsAt, now),
        or(isNull(sanction.endsAt), gt(sanction.endsAt, now)),
      ),
    )
  const rows = await on
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.rank, 'moderator'), isNotNull(member.userId), notExists(silenced)))
    .limit(1000)
  return rows.map(({ id }) => id)
}

/** Who decided an appeal, and when. */
export async function findAppealDecider(id: string, on: Db = db) {
  const [found] = await on
    .select({ name: decider.name, decidedAt: appeal.decidedAt })
    .from(appeal)
    .leftJoin(decider, eq(decider.id, appeal.decidedBy))
    .where(eq(appeal.id, id))
    .limit(1)
  return found
}
