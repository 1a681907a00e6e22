import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, decision, member, report } from '../schema'

/** The upheld ones among a reporter's last decided reports, along the index of the member's. */
const ofLast = (most: number) => sql`(select count(*) filter (where last.outcome = 'upheld')::int as upheld,
    count(*) filter (where last.outcome = 'dismissed')::int as dismissed
  from (select judged.outcome from report judged
    where judged.member_id = ${report.memberId} and judged.outcome is not null
    order by judged.created_at desc limit ${most}) last) as record`

/** The open reports of these comments, each with its reporter's record and age; guests have none. */
export async function listOpenReports(commentIds: string[], judged: number, on: Db = db) {
  if (commentIds.length === 0) return []
  return on
    .select({
      id: report.id,
      commentId: report.commentId,
      createdAt: report.createdAt,
      senderHash: report.senderHash,
      memberSince: member.createdAt,
      upheld: sql<number>`record.upheld`,
      dismissed: sql<number>`record.dismissed`,
    })
    .from(report)
    .leftJoin(member, eq(member.id, report.memberId))
    .innerJoin(sql`lateral ${ofLast(judged)}`, sql`true`)
    .where(and(inArray(report.commentId, commentIds), isNull(report.outcome)))
    .orderBy(asc(report.createdAt), asc(report.id))
    .limit(1000)
}

const clearing = ['approve-comment', 'restore-comment', 'dismiss-reports', 'pick-comment'] as const

/** Whether a person looked at the comment's present text and let it stand. */
export async function isCleared(commentId: string, on: Db = db) {
  const [found] = await on
    .select({ id: decision.id })
    .from(decision)
    .innerJoin(comment, eq(comment.id, decision.commentId))
    .where(
      and(
        eq(decision.commentId, commentId),
        eq(decision.isAutomatic, false),
        inArray(decision.kind, clearing),
        gte(decision.createdAt, sql`coalesce(${comment.editedAt}, ${comment.createdAt})`),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** What the screening found before it was let through holds it no more; what is only watched stays noted. */
export async function updateHeldForReports(commentId: string, reports: number, tx: Tx) {
  const [found] = await tx
    .select({ findings: comment.findings })
    .from(comment)
    .where(eq(comment.id, commentId))
    .limit(1)
  const watched = found?.findings?.filter(({ shadow }) => shadow) ?? []
  await tx
    .update(comment)
    .set({ heldBecause: 'reports', findings: [...watched, { because: 'reports', reports }] })
    .where(eq(comment.id, commentId))
}
