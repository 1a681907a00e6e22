import { and, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { type Db, db } from '../client'
import { claim, comment, member } from '../schema'

/** Whether there is such a comment. */
export async function hasComment(id: string, on: Db = db) {
  return (await on.$count(comment, eq(comment.id, id))) > 0
}

/** Claims a comment, or keeps the claim. Answers nothing where a colleague has it. */
export async function upsertClaim(commentId: string, memberId: string, now: Date, expiresAt: Date, on: Db = db) {
  const [claimed] = await on
    .insert(claim)
    .values({ commentId, memberId, expiresAt })
    .onConflictDoUpdate({
      target: claim.commentId,
      set: { memberId, expiresAt },
      setWhere: or(eq(claim.memberId, memberId), lt(claim.expiresAt, now)),
    })
    .returning({ expiresAt: claim.expiresAt })
  return claimed
}

/** Who has which of these comments open now. */
export async function listClaims(commentIds: string[], now: Date, on: Db = db) {
  if (commentIds.length === 0) return []
  return on
    .select({ commentId: claim.commentId, memberId: claim.memberId, name: member.name, expiresAt: claim.expiresAt })
    .from(claim)
    .innerJoin(member, eq(member.id, claim.memberId))
    .where(and(inArray(claim.commentId, commentIds), gt(claim.expiresAt, now)))
    .limit(commentIds.length)
}

export type Claim = Awaited<ReturnType<typeof listClaims>>[number]
