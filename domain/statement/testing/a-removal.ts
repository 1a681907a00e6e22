import { randomBytes } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { comment, decision, member, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import type { MemberActor, Rank } from '@/domain/actor'
import { hideComment, restoreComment } from '@/domain/moderation/decide-comment'
import { aReader } from '@/domain/notification/testing/a-reply'

type Wish = { by?: MemberActor; reason?: string; standing?: 'held' | 'visible'; text?: string; now?: Date }

/** A comment of a member with a confirmed address, which a moderator has removed. */
export async function aRemoval({ by, reason = 'personal-attack', standing = 'visible', text, now }: Wish = {}) {
  const [author, moderator] = [await aReader(), by ?? (await aMember({ rank: 'moderator' }))]
  const own = await aComment({ memberId: author.id, standing, ...(text && { text }) })
  return { author, moderator, own, ...(await hide(moderator, own.id, standing, reason, now)) }
}

/** A guest's comment, with an address, which a moderator has removed. */
export async function aGuestsRemoval({ by, now, text }: Wish = {}) {
  const email = `${randomBytes(6).toString('hex')}@example.org`
  const moderator = by ?? (await aMember({ rank: 'moderator' }))
  const own = await aComment({ guestName: 'Ida Quayle', ...(text && { text }) })
  await db.update(comment).set({ guestEmail: email }).where(eq(comment.id, own.id))
  return { email, moderator, own, ...(await hide(moderator, own.id, 'visible', 'spam', now)) }
}

async function hide(by: MemberActor, commentId: string, seenAs: 'held' | 'visible', reason: string, now?: Date) {
  const outcome = await hideComment(by, { commentId, seenAs, reason, note: '' }, now)
  if (!outcome.ok) throw new Error(`not hidden: ${outcome.refusal}`)
  return { decisionId: await lastDecision(commentId, 'hide-comment') }
}

export async function restore(by: MemberActor, commentId: string, now?: Date) {
  const outcome = await restoreComment(by, { commentId, seenAs: 'hidden', note: '' }, now)
  if (!outcome.ok) throw new Error(`not restored: ${outcome.refusal}`)
  return lastDecision(commentId, 'restore-comment')
}

type Kind = (typeof decision.$inferSelect)['kind']

/** The key of the latest line of a kind about a comment. */
export async function lastDecision(commentId: string, kind: Kind) {
  const [row] = await db
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.commentId, commentId), eq(decision.kind, kind)))
    .orderBy(desc(decision.createdAt), desc(decision.id))
    .limit(1)
  if (!row) throw new Error(`no line says ${kind} of ${commentId}`)
  return row.id
}

/** A person of the staff who can sign in. */
export async function aSignedUp(rank: Rank) {
  const actor = await aMember({ rank })
  const email = `${randomBytes(6).toString('hex')}@example.org`
  const [account] = await db.insert(user).values({ email }).returning({ id: user.id })
  await db
    .update(member)
    .set({ userId: account?.id ?? null })
    .where(eq(member.id, actor.id))
  return actor
}

/** What is in the queue to be done about a decision, and when. */
export async function jobsAbout(key: string) {
  return db.execute<{ name: string; after: Date }>(sql`
    select name, start_after as after from pgboss.job
    where data->>'decisionId' = ${key} or data->>'notificationId' = ${key} order by created_on`)
}
