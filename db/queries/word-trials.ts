import { and, asc, desc, eq, gt, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, member, wordTrial, wordTrialFind } from '../schema'

const whole = {
  id: wordTrial.id,
  listId: wordTrial.listId,
  version: wordTrial.version,
  since: wordTrial.since,
  until: wordTrial.until,
  comments: wordTrial.comments,
  looked: wordTrial.looked,
  found: wordTrial.found,
  approved: wordTrial.approved,
  lastId: wordTrial.lastId,
  doneAt: wordTrial.doneAt,
  createdAt: wordTrial.createdAt,
}

/** The latest trial of a list, under way or done. */
export async function findLastTrial(listId: string, on: Db = db) {
  const [found] = await on
    .select(whole)
    .from(wordTrial)
    .where(eq(wordTrial.listId, listId))
    .orderBy(desc(wordTrial.createdAt), desc(wordTrial.id))
    .limit(1)
  return found
}

export type WordTrial = NonNullable<Awaited<ReturnType<typeof findLastTrial>>>

/** A trial, which nobody else goes on with before the transaction ends. */
export async function findTrialToContinue(id: string, tx: Tx) {
  const [found] = await tx.select(whole).from(wordTrial).where(eq(wordTrial.id, id)).limit(1).for('update')
  return found
}

export async function insertTrial(values: typeof wordTrial.$inferInsert, tx: Tx) {
  const [row] = await tx.insert(wordTrial).values(values).returning({ id: wordTrial.id })
  if (!row) throw new Error('no trial was made')
  return row
}

/** One trial of a list is kept: the next one takes its place. */
export async function deleteTrialsOf(listId: string, tx: Tx) {
  await tx.delete(wordTrial).where(eq(wordTrial.listId, listId))
}

type Progress = Pick<WordTrial, 'looked' | 'found' | 'approved'> & {
  last: { id: string; at: string } | undefined
  doneAt: Date | null
}

/** How far a trial is. */
export async function updateTrial(id: string, { last, ...values }: Progress, tx: Tx) {
  const reached = last && { lastId: last.id, lastAt: sql`${last.at}::timestamptz` }
  await tx
    .update(wordTrial)
    .set({ ...values, ...reached })
    .where(eq(wordTrial.id, id))
}

type Span = { since: Date; until: Date }

/** What the filter looks at: not what the newsroom's own staff write, nor what its author deleted. */
const isLookedAt = ({ since, until }: Span) =>
  and(
    gte(comment.createdAt, since),
    lt(comment.createdAt, until),
    sql`${comment.standing} <> 'deleted'`,
    or(isNull(comment.memberId), eq(member.rank, 'member')),
  )

export async function countComments(span: Span, on: Db = db) {
  const [row] = await on
    .select({ n: sql<number>`count(*)::int` })
    .from(comment)
    .leftJoin(member, eq(member.id, comment.memberId))
    .where(isLookedAt(span))
  return row?.n ?? 0
}

/** The next comments of a trial, in the order of their times. */
export async function listToTry(trial: WordTrial, limit: number, on: Db = db) {
  return on
    .select({
      id: comment.id,
      text: comment.text,
      at: sql<string>`${comment.createdAt}::text`,
      wasApproved: sql<boolean>`${comment.visibleAt} is not null and ${comment.standing} = 'visible'`,
    })
    .from(comment)
    .leftJoin(member, eq(member.id, comment.memberId))
    .where(and(isLookedAt(trial), isAfter(trial)))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(limit)
}

/** Asked of the row itself: Postgres counts in microseconds, a moment here has milliseconds. */
function isAfter({ id, lastId }: WordTrial): SQL | undefined {
  if (!lastId) return
  const last = sql`(select last_at, last_id from ${wordTrial} trial where trial.id = ${id})`
  return sql`(${comment.createdAt}, ${comment.id}) > ${last}`
}

export async function insertFinds(rows: (typeof wordTrialFind.$inferInsert)[], tx: Tx) {
  if (rows.length > 0) await tx.insert(wordTrialFind).values(rows)
}

/** A page of what a trial found, the latest comment last, as its text stands now. */
export async function listFinds(trialId: string, page: { limit: number; offset: number }, on: Db = db) {
  return on
    .select({
      id: comment.id,
      text: comment.text,
      standing: comment.standing,
      createdAt: comment.createdAt,
      wasApproved: wordTrialFind.wasApproved,
      words: wordTrialFind.words,
    })
    .from(wordTrialFind)
    .innerJoin(comment, eq(comment.id, wordTrialFind.commentId))
    .where(and(eq(wordTrialFind.trialId, trialId), gt(wordTrialFind.no, page.offset)))
    .orderBy(asc(wordTrialFind.no))
    .limit(page.limit)
}
