import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { articleCount, articleReaction, commentCount, commentReaction } from '../schema'
import { type ReactionValue, wilson } from './reactions'

// What the acts of reacting write. Whatever changes a row says how the counters change; they are changed last, so that
// their row is locked for the shortest time.

export type Change = { likes: number; dislikes: number }
export type Target = { kind: 'article' | 'comment'; id: string }

/** A member's reaction, or a visitor's, of whose address only a keyed hash of its neighbourhood is known. */
export type Whose = { memberId: string } | { visitorKey: string; senderHash: string }

type Row = { value: number; isSetAside: boolean }

const rowsOf = {
  article: { table: articleReaction, target: articleReaction.articleId },
  comment: { table: commentReaction, target: commentReaction.commentId },
}

export const noChange: Change = { likes: 0, dislikes: 0 }

export const sumOf = (...changes: Change[]) =>
  changes.reduce((a, b) => ({ likes: a.likes + b.likes, dislikes: a.dislikes + b.dislikes }), noChange)

const changeBy = (rows: { value: number }[], by: 1 | -1): Change => ({
  likes: by * rows.filter(({ value }) => value > 0).length,
  dislikes: by * rows.filter(({ value }) => value < 0).length,
})

const counted = (rows: Row[]) => rows.filter(({ isSetAside }) => !isSetAside)

/** Takes one person's reaction back, and answers what that changes. */
export async function deleteReaction({ kind, id }: Target, whose: Whose, tx: Tx) {
  const { table, target } = rowsOf[kind]
  const gone = await tx
    .delete(table)
    .where(and(eq(target, id), isBy(kind, whose)))
    .returning({ value: table.value, isSetAside: table.isSetAside })
  return changeBy(counted(gone), -1)
}

/** Stores one person's reaction, where there is none. One that is set aside changes nothing. */
export async function insertReaction(
  { kind, id }: Target,
  values: Whose & { value: ReactionValue; isSetAside: boolean; createdAt: Date },
  tx: Tx,
) {
  const row = { value: rowsOf[kind].table.value, isSetAside: rowsOf[kind].table.isSetAside }
  const come =
    kind === 'article'
      ? await tx
          .insert(articleReaction)
          .values({ articleId: id, ...values })
          .onConflictDoNothing()
          .returning(row)
      : await tx
          .insert(commentReaction)
          .values({ commentId: id, ...values })
          .onConflictDoNothing()
          .returning(row)
  return changeBy(counted(come), 1)
}

type Visitor = Extract<Whose, { visitorKey: string }>

/** Makes the visitors of one neighbourhood react to the target one after another, until the transaction ends. */
export async function lockCrowd({ id }: Target, { senderHash }: Visitor, tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reactions ${id} ${senderHash}`}, 0))`)
}

/** How many other visitors of the same neighbourhood have reacted to the target since each of these moments. */
export async function countCrowd({ kind, id }: Target, { visitorKey, senderHash }: Visitor, since: Date[], tx: Tx) {
  const { table, target } = rowsOf[kind]
  const countSince = (moment: Date) =>
    tx.$count(
      table,
      and(
        eq(target, id),
        eq(table.senderHash, senderHash),
        ne(table.visitorKey, visitorKey),
        gt(table.createdAt, moment),
      ),
    )
  return Promise.all(since.map(countSince))
}

/** Sets aside what a neighbourhood's visitors reacted since a moment, and answers what that changes. */
export async function setCrowdAside({ kind, id }: Target, { senderHash }: Visitor, since: Date, tx: Tx) {
  const { table, target } = rowsOf[kind]
  const aside = await tx
    .update(table)
    .set({ isSetAside: true })
    .where(
      and(eq(target, id), eq(table.senderHash, senderHash), gt(table.createdAt, since), eq(table.isSetAside, false)),
    )
    .returning({ value: table.value })
  return changeBy(aside, -1)
}

/** Counts what was set aside, answers what that changes, and forgets where it came from: it is in no crowd any more. */
export async function countSetAside({ kind, id }: Target, tx: Tx) {
  const { table, target } = rowsOf[kind]
  const back = await tx
    .update(table)
    .set({ isSetAside: false, senderHash: null })
    .where(and(eq(target, id), eq(table.isSetAside, true)))
    .returning({ value: table.value })
  return changeBy(back, 1)
}

/** Changes the target's counters. Does not touch the row where nothing changes. */
export async function countReactions({ kind, id }: Target, change: Change, tx: Tx) {
  if (change.likes === 0 && change.dislikes === 0) return
  const now = { likes: sql`likes + ${change.likes}`, dislikes: sql`dislikes + ${change.dislikes}` }
  if (kind === 'article') {
    await tx.update(articleCount).set(now).where(eq(articleCount.articleId, id))
    return
  }
  const best = wilson(sql`(${now.likes})`, sql`(${now.dislikes})`)
  await tx
    .update(commentCount)
    .set({ ...now, best })
    .where(eq(commentCount.commentId, id))
}

function isBy(kind: Target['kind'], whose: Whose) {
  const { table } = rowsOf[kind]
  return 'memberId' in whose ? eq(table.memberId, whose.memberId) : eq(table.visitorKey, whose.visitorKey)
}
