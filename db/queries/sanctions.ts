import { and, desc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, comment, member, reason, sanction, section } from '../schema'

// What holds a person back, and what the acts about it write.

const isInForce = (now: Date) =>
  and(isNull(sanction.liftedAt), lte(sanction.startsAt, now), or(isNull(sanction.endsAt), gt(sanction.endsAt, now)))

/** The heaviest of the whole paper that takes something away. Those of one section are asked where the article is known. */
export const heaviestInForce = (memberId: typeof member.id | string, now: Date, on: Db) =>
  on
    .select({ kind: sanction.kind })
    .from(sanction)
    .where(
      and(
        eq(sanction.memberId, memberId),
        inArray(sanction.kind, ['mute', 'ban']),
        isNull(sanction.sectionId),
        isInForce(now),
      ),
    )
    .orderBy(desc(sanction.kind))
    .limit(1)

export async function isHeldBack(memberId: string, now: Date, on: Db = db) {
  return (await heaviestInForce(memberId, now, on)).length > 0
}

function holdsUnder(articleId: string, on: Db) {
  const itsSection = on.select({ id: article.sectionId }).from(article).where(eq(article.id, articleId))
  return or(isNull(sanction.sectionId), eq(sanction.sectionId, sql`(${itsSection})`))
}

/** The kinds in force for a member under one article; a warning until it is acknowledged. */
export async function listKindsUnder(memberId: string, articleId: string, now: Date, on: Db = db) {
  const rows = await on
    .selectDistinct({ kind: sanction.kind })
    .from(sanction)
    .where(
      and(
        eq(sanction.memberId, memberId),
        isInForce(now),
        or(ne(sanction.kind, 'warning'), isNull(sanction.acknowledgedAt)),
        holdsUnder(articleId, on),
      ),
    )
    .limit(4)
  return rows.map(({ kind }) => kind)
}

const told = {
  id: sanction.id,
  kind: sanction.kind,
  /** Where the reason is no row, its text is what was typed. */
  reason: sql<string>`coalesce(${reason.label}, ${sanction.reason})`,
  ruleNo: reason.ruleNo,
  reasonCode: reason.code,
  sectionName: section.name,
  commentId: sanction.commentId,
  startsAt: sanction.startsAt,
  endsAt: sanction.endsAt,
}

/**
 * What a person is told of their own: all that is in force, the heaviest first, and warnings that wait for a yes. Under an
 * article those of another section are left out.
 */
export async function listOwnSanctions(memberId: string, articleId?: string, now = new Date(), on: Db = db) {
  return on
    .select(told)
    .from(sanction)
    .leftJoin(reason, eq(reason.code, sanction.reason))
    .leftJoin(section, eq(section.id, sanction.sectionId))
    .where(
      and(
        eq(sanction.memberId, memberId),
        isInForce(now),
        or(ne(sanction.kind, 'warning'), isNull(sanction.acknowledgedAt)),
        articleId ? holdsUnder(articleId, on) : undefined,
      ),
    )
    .orderBy(desc(sanction.kind), desc(sanction.endsAt), desc(sanction.id))
    .limit(20)
}

export type OwnSanction = Awaited<ReturnType<typeof listOwnSanctions>>[number]

/** A sanction as the acts need it, with whom it is about. */
export async function findSanction(id: string, on: Db = db) {
  const [found] = await on
    .select({
      id: sanction.id,
      memberId: sanction.memberId,
      rank: member.rank,
      handle: member.handle,
      kind: sanction.kind,
      endsAt: sanction.endsAt,
      liftedAt: sanction.liftedAt,
      commentId: sanction.commentId,
    })
    .from(sanction)
    .innerJoin(member, eq(member.id, sanction.memberId))
    .where(eq(sanction.id, id))
    .limit(1)
  return found
}

export async function findLatestSanctionId(memberId: string, on: Db = db) {
  const [found] = await on
    .select({ id: sanction.id })
    .from(sanction)
    .where(eq(sanction.memberId, memberId))
    .orderBy(desc(sanction.startsAt), desc(sanction.id))
    .limit(1)
  return found?.id ?? null
}

/** Whether a comment is this member's. */
export async function isWrittenBy(commentId: string, memberId: string, on: Db = db) {
  const [found] = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.id, commentId), eq(comment.memberId, memberId)))
    .limit(1)
  return found !== undefined
}

export async function insertSanction(values: typeof sanction.$inferInsert & { id: string }, tx: Tx) {
  await tx.insert(sanction).values(values)
}

/** Ends one that is in force. Answers whether it was. */
export async function liftOne(id: string, now: Date, tx: Tx) {
  const rows = await tx
    .update(sanction)
    .set({ liftedAt: now })
    .where(and(eq(sanction.id, id), isInForce(now)))
    .returning({ id: sanction.id })
  return rows.length > 0
}

type Alike = { memberId: string; kind: 'premoderation' | 'mute' | 'ban'; sectionId: string | null }

/** Ends those in force of one kind and reach, which another takes the place of; answers their ids. */
export async function liftAlike({ memberId, kind, sectionId }: Alike, now: Date, tx: Tx) {
  const rows = await tx
    .update(sanction)
    .set({ liftedAt: now })
    .where(
      and(
        eq(sanction.memberId, memberId),
        eq(sanction.kind, kind),
        sectionId ? eq(sanction.sectionId, sectionId) : isNull(sanction.sectionId),
        isInForce(now),
      ),
    )
    .returning({ id: sanction.id })
  return rows.map(({ id }) => id)
}

/** Notes that a member has read a warning of theirs. Answers whether there was one to read. */
export async function acknowledgeOne(id: string, memberId: string, now: Date, on: Db = db) {
  const rows = await on
    .update(sanction)
    .set({ acknowledgedAt: now })
    .where(
      and(
        eq(sanction.id, id),
        eq(sanction.memberId, memberId),
        eq(sanction.kind, 'warning'),
        isNull(sanction.liftedAt),
        isNull(sanction.acknowledgedAt),
      ),
    )
    .returning({ id: sanction.id })
  return rows.length > 0
}
