import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { findComment } from '@/db/queries/comment-changes'
import { countIgnored, deleteIgnored, insertIgnored } from '@/db/queries/ignored-members'
import { findAccount } from '@/db/queries/members'
import { takeFrom } from '@/db/rate-limit'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

/** Named by one of their comments, since pages say of people no more than that. */
export const ignoreInput = z.object({ commentId: z.uuid() })
export const stopIgnoringInput = z.object({ memberId: z.uuid() })

/** Whom a member ignores is asked at each look at a conversation. */
export const mostIgnored = 1000

/**
 * Folds away for one member what another writes, on every device, and tells the member of no reply by them. Counts and
 * pages of others stay as they are, and the ignored one is not told. Staff can't be ignored: what they say about the
 * conversation is for everybody. Doing it twice changes nothing.
 */
export async function ignoreMember(actor: Actor, { commentId }: z.infer<typeof ignoreInput>, now = new Date()) {
  if (actor.id === null || !may(actor, 'member.ignore')) return refuse('not-allowed')
  const { id: memberId } = actor
  if (!(await takeFrom('ignore', memberId)).ok) return refuse('too-often')
  return transact(async (tx) => {
    const comment = await findComment(commentId, tx)
    if (comment?.standing !== 'visible') return refuse('no-such-comment')
    if (!comment.memberId) return refuse('guest')
    if (comment.memberId === memberId) return refuse('own-comment')
    const other = await findAccount(comment.memberId, tx)
    if (other?.rank !== 'member') return refuse('staff')
    if ((await countIgnored(memberId, tx)) >= mostIgnored) return refuse('too-many')
    await insertIgnored(memberId, comment.memberId, now, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

/** The comments of that person are shown again. */
export async function stopIgnoring(actor: Actor, { memberId }: z.infer<typeof stopIgnoringInput>) {
  if (actor.id === null || !may(actor, 'member.ignore')) return refuse('not-allowed')
  await deleteIgnored(actor.id, memberId)
  return done({ memberId })
}

/** The same, by one of the person's comments. */
export async function stopIgnoringWriterOf(actor: Actor, { commentId }: z.infer<typeof ignoreInput>) {
  if (actor.id === null || !may(actor, 'member.ignore')) return refuse('not-allowed')
  const comment = await findComment(commentId)
  if (!comment?.memberId) return refuse('no-such-comment')
  await deleteIgnored(actor.id, comment.memberId)
  return done({ id: comment.id, slug: comment.slug })
}
