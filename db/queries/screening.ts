import { and, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, decision, member } from '../schema'

/** What moderators decided about a comment, whether it stays in sight or not. */
const verdicts = ['approve-comment', 'hide-comment', 'restore-comment', 'dismiss-reports'] as const

/**
 * What a member's past says: comments that were let through besides this one, counted up to `most`, and the last
 * verdicts of people since a moment, one for each comment.
 */
export async function findAuthorRecord(
  memberId: string,
  { besides, most, since }: { besides: string | undefined; most: number; since: Date },
  on: Db = db,
) {
  const approved = on
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.memberId, memberId),
        isNotNull(comment.visibleAt),
        ne(comment.standing, 'hidden'),
        besides ? ne(comment.id, besides) : undefined,
      ),
    )
    // Along the index of a member's comments, whatever else would be read faster in a small paper.
    .orderBy(desc(comment.createdAt))
    .limit(most)
  const lastVerdicts = on
    .selectDistinctOn([decision.commentId], { kind: decision.kind })
    .from(decision)
    .where(
      and(
        eq(decision.memberId, memberId),
        gt(decision.createdAt, since),
        inArray(decision.kind, verdicts),
        eq(decision.isAutomatic, false),
      ),
    )
    .orderBy(decision.commentId, sql`${decision.createdAt} desc, ${decision.id} desc`)
    .as('last_verdict')
  const decided = on
    .select({
      decided: sql<number>`count(*)::int`.as('decided'),
      hidden: sql<number>`(count(*) filter (where ${lastVerdicts.kind} = 'hide-comment'))::int`.as('hidden'),
    })
    .from(lastVerdicts)
    .as('decided')
  const [found] = await on
    .select({
      rank: member.rank,
      since: member.createdAt,
      approved: sql<number>`(select count(*)::int from (${approved}) approved)`,
      decided: decided.decided,
      hidden: decided.hidden,
    })
    .from(member)
    .crossJoin(decided)
    .where(eq(member.id, memberId))
    .limit(1)
  return found
}

/** Whether another comment since a moment has a text of this hash. What its author deleted does not count. */
export async function isTextKnown(
  textHash: string | null,
  { besides, since }: { besides: string | undefined; since: Date },
  on: Db = db,
) {
  if (textHash === null) return false
  const [found] = await on
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.textHash, textHash),
        gt(comment.createdAt, since),
        ne(comment.standing, 'deleted'),
        besides ? ne(comment.id, besides) : undefined,
      ),
    )
    .limit(1)
  return found !== undefined
}

/** Has whoever writes the same text at the same moment wait for this transaction, so that one of them is the first. */
export async function lockText(textHash: string | null, tx: Tx) {
  if (textHash !== null) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`text ${textHash}`}, 0))`)
}
