import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { findArticleToComment, findComment } from '@/db/queries/comment-changes'
import { isReasonOffered } from '@/db/queries/reasons'
import { insertReport } from '@/db/queries/reports'
import { type Actor, may } from '../actor'
import { slowDownWhenHeated } from '../moderation/heated-conversation'
import { note, reason } from '../moderation/reasons'
import { done, refuse } from '../outcome'
import { holdWhenReported } from '../report/hold-reported'
import { limitsUnder } from '../sanction/limits'
import type { Sender } from './sender'

export const reportInput = z.object({ commentId: z.uuid(), reason, note })

/** Tells the moderators of a comment. Each reader once for each comment; a second report changes nothing. */
export async function reportComment(
  actor: Actor,
  input: z.infer<typeof reportInput>,
  sender: Sender,
  now = new Date(),
) {
  if (!may(actor, 'comment.report')) return refuse('not-allowed')
  return transact(async (tx) => {
    // Locked, so that a decision made at the same moment closes this report too, or comes before it.
    const comment = await findComment(input.commentId, tx, true)
    if (comment?.standing !== 'visible' || !(await findArticleToComment(comment.articleId, now, tx)))
      return refuse('no-such-comment')
    if ((await limitsUnder(actor, comment.articleId, now, tx)).isMuted) return refuse('not-allowed')
    if (!(await isReasonOffered(input.reason, 'reader', tx))) return refuse('no-such-reason')
    const isFirst = await insertReport(
      {
        commentId: comment.id,
        memberId: actor.id,
        visitorKey: actor.id === null ? (sender.visitorKey ?? sender.addressHash) : null,
        senderHash: sender.addressHash,
        reason: input.reason,
        note: input.note,
        createdAt: now,
      },
      tx,
    )
    if (isFirst) await slowDownWhenHeated(comment.articleId, now, tx)
    if (isFirst) await holdWhenReported(comment, now, tx)
    return done({ slug: comment.slug, isFirst })
  })
}
