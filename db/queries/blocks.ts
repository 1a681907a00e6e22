import { and, desc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { block, comment, member, reason, user } from '../schema'
import { givenReason } from './reasons'

const isInForce = (now: Date) => and(isNull(block.liftedAt), or(isNull(block.endsAt), gt(block.endsAt, now)))

/** What is known of whoever sends a form, for the moment of the question. */
export type Met = { names: string[]; address: string | null; senderHash: string | null }

/** The blocks in force that meet a sender, the one that lasts longest first. Each part of the question has its index. */
export async function listBlocksMeeting({ names, address, senderHash }: Met, now: Date, on: Db = db) {
  const parts: SQL[] = [
    ...(names.length > 0 ? [inArray(block.name, names)] : []),
    ...(address ? [sql`${block.range} >>= ${address}::inet`] : []),
    ...(senderHash ? [eq(block.senderHash, senderHash)] : []),
  ]
  if (parts.length === 0) return []
  return on
    .select({ id: block.id, kind: block.kind, endsAt: block.endsAt, reason: givenReason })
    .from(block)
    .innerJoin(reason, eq(reason.code, block.reason))
    .where(and(isInForce(now), or(...parts)))
    .orderBy(sql`${block.endsAt} desc nulls first`, desc(block.id))
    .limit(20)
}

export type MetBlock = Awaited<ReturnType<typeof listBlocksMeeting>>[number]

/** Counts that somebody was met by these; apart where it was a trusted member, who was let through. */
export async function countHits(ids: string[], isTrusted: boolean, now: Date, on: Db = db) {
  await on
    .update(block)
    .set({
      hits: sql`${block.hits} + 1`,
      lastHitAt: now,
      ...(isTrusted ? { trustedHits: sql`${block.trustedHits} + 1` } : {}),
    })
    .where(inArray(block.id, ids))
}

/** Whether a comment of the member stands where readers see it. */
export async function hasVisibleComment(memberId: string, on: Db = db) {
  const [found] = await on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.memberId, memberId), eq(comment.standing, 'visible')))
    .limit(1)
  return found !== undefined
}

type NewBlock = Omit<typeof block.$inferInsert, 'range'> & { id: string; range?: string | undefined }

export async function insertBlock({ range, ...values }: NewBlock, tx: Tx) {
  await tx.insert(block).values({ ...values, range: range === undefined ? null : sql`network(${range}::inet)` })
}

/** One in force that blocks exactly this. */
export async function findSameBlock({ name, range, senderHash }: Partial<NewBlock>, now: Date, on: Db = db) {
  const same = name
    ? eq(block.name, name)
    : range
      ? sql`${block.range} = network(${range}::inet)`
      : eq(block.senderHash, senderHash ?? '')
  const [found] = await on
    .select({ id: block.id })
    .from(block)
    .where(and(isInForce(now), same))
    .limit(1)
  return found
}

/** Whether somebody of the staff signs in with an address that this would block. */
export async function isOfStaff(name: string, on: Db = db) {
  const domain = sql`split_part(${user.email}, '@', 2)`
  const isMet = name.includes('@') ? eq(user.email, name) : sql`(${domain} = ${name} or ${domain} like ${`%.${name}`})`
  const [found] = await on
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(ne(member.rank, 'member'), isMet))
    .limit(1)
  return found !== undefined
}

/** From where a comment came, as a hash, and when. */
export async function findSenderOf(commentId: string, on: Db = db) {
  const [found] = await on
    .select({ senderHash: comment.senderHash, createdAt: comment.createdAt })
    .from(comment)
    .where(eq(comment.id, commentId))
    .limit(1)
  return found
}

/** Ends a block that is in force. Answers what it was; nothing where it was over. */
export async function liftBlockRow(id: string, now: Date, tx: Tx) {
  const [lifted] = await tx
    .update(block)
    .set({ liftedAt: now })
    .where(and(eq(block.id, id), isInForce(now)))
    .returning({ kind: block.kind, hits: block.hits })
  return lifted
}

/** Makes those who enter the same block do it one after another, until the transaction ends. */
export async function lockBlocks(tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('courant blocks'))`)
}

/** A page of the blocks, the latest first: those in force, or those that are over. */
export async function listBlocks(
  are: 'in-force' | 'over',
  page: { limit: number; offset: number },
  now = new Date(),
  on: Db = db,
) {
  return on
    .select({
      id: block.id,
      kind: block.kind,
      name: block.name,
      range: block.range,
      reason: givenReason,
      note: block.note,
      commentId: block.commentId,
      enteredBy: member.name,
      createdAt: block.createdAt,
      endsAt: block.endsAt,
      liftedAt: block.liftedAt,
      hits: block.hits,
      trustedHits: block.trustedHits,
      lastHitAt: block.lastHitAt,
    })
    .from(block)
    .innerJoin(reason, eq(reason.code, block.reason))
    .leftJoin(member, eq(member.id, block.enteredBy))
    .where(are === 'in-force' ? isInForce(now) : sql`not (${isInForce(now)})`)
    .orderBy(desc(block.createdAt), desc(block.id))
    .limit(page.limit)
    .offset(page.offset)
}

export type Block = Awaited<ReturnType<typeof listBlocks>>[number]
