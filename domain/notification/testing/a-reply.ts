import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { member, notification, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import type { MemberActor } from '@/domain/actor'
import { commentInput } from '@/domain/comment/comment-input'
import { postComment } from '@/domain/comment/post-comment'

export const sender = { visitorKey: null, addressHash: 'an-address' }

/** A member whose address is confirmed, unless the test says otherwise. */
export async function aReader({ isConfirmed = true, name }: { isConfirmed?: boolean; name?: string } = {}) {
  const actor = await aMember(name ? { name } : {})
  const email = `${randomBytes(6).toString('hex')}@example.org`
  const [account] = await db
    .insert(user)
    .values({ email, emailVerified: isConfirmed ? new Date() : null })
    .returning({ id: user.id })
  await db
    .update(member)
    .set({ userId: account?.id ?? null })
    .where(eq(member.id, actor.id))
  return { ...actor, email, userId: account?.id ?? '' }
}

/** A member whose first comment was let through before. */
export async function aTrustedMember(name?: string) {
  const actor = await aMember(name ? { name } : {})
  await aComment({ memberId: actor.id })
  return actor
}

type Answered = { id: string; articleId: string }

/** Posts a reply, as its author does. */
export async function reply(
  actor: MemberActor,
  to: Answered,
  text = `Reply ${randomBytes(6).toString('hex')}`,
  now = new Date(),
) {
  const input = commentInput.parse({ articleId: to.articleId, parentId: to.id, text })
  const outcome = await postComment(actor, input, sender, now)
  if (!outcome.ok) throw new Error(`not posted: ${outcome.refusal}`)
  return outcome.value
}

export const notificationsOf = (memberId: string) =>
  db.select().from(notification).where(eq(notification.memberId, memberId)).orderBy(notification.createdAt)
