import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { countVisible, moveComment } from '@/db/queries/comment-changes'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { limitsUnder } from '../sanction/limits'
import { findOwn, type OwnComment } from './find-own'
import type { Sender } from './sender'
import { mayWrite } from './vet-comment'

export const deleteInput = z.object({ commentId: z.uuid() })

type DeleteInput = z.infer<typeof deleteInput>

export const undeleteMinutes = 10

/** What was deleted before this moment stays deleted. */
export const undeletableSince = (now: Date) => new Date(now.getTime() - undeleteMinutes * 60_000)

/** Takes the author's own comment out of readers' sight. Its place stays, and so do the replies to it. */
export async function deleteComment(actor: Actor, { commentId }: DeleteInput, sender: Sender, now = new Date()) {
  return transact(async (tx) => {
    const comment = await findOwn(actor, commentId, sender, tx)
    if (!comment || (comment.standing !== 'held' && comment.standing !== 'visible')) return refuse('no-such-comment')
    await moveComment({ id: comment.id, seenAs: comment.standing, to: 'deleted' }, now, tx)
    if (comment.standing === 'visible') {
      await countVisible(comment, -1, tx)
      await invalidate(tx, [tags.comments(comment.articleId), tags.counts(comment.articleId)], 'conceal')
    } else await movePlaceholder(comment, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

/**
 * Takes the author's own deletion back, for ten minutes: the comment stands again where it stood, whatever became of the
 * article or of the comment that it answers. Asking twice does no harm.
 */
export async function undeleteComment(actor: Actor, { commentId }: DeleteInput, sender: Sender, now = new Date()) {
  if (!mayWrite(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const comment = await findOwn(actor, commentId, sender, tx)
    if (!comment || comment.standing === 'hidden') return refuse('no-such-comment')
    const address = { id: comment.id, slug: comment.slug }
    if (comment.standing !== 'deleted') return done(address)
    const { deletedFrom, movedAt } = comment
    if (!deletedFrom || !movedAt || movedAt <= undeletableSince(now)) return refuse('undelete-time-over')
    if ((await limitsUnder(actor, comment.articleId, now, tx)).isMuted) return refuse('muted')
    await moveComment({ id: comment.id, seenAs: 'deleted', to: deletedFrom }, now, tx)
    if (deletedFrom === 'visible') {
      await countVisible(comment, 1, tx)
      await invalidate(tx, [tags.comments(comment.articleId), tags.counts(comment.articleId)], 'now')
    } else await movePlaceholder(comment, tx)
    return done(address)
  })
}

/** Of what was read once and waits again nothing is seen; of what was deleted there is a placeholder. */
async function movePlaceholder({ articleId, visibleAt }: OwnComment, tx: Tx) {
  if (visibleAt) await invalidate(tx, [tags.comments(articleId)], 'now')
}
