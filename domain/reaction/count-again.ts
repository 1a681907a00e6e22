import { z } from 'zod'
import { invalidate, tags, transact } from '@/db/invalidate'
import { findComment, hasArticle } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { countReactions, countSetAside, type Target } from '@/db/queries/reaction-changes'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

export const countAgainInput = z.object({ kind: z.enum(['article', 'comment']), id: z.uuid() })

/** A moderator finds that reactions which were set aside are real people's: they count from now on. */
export async function countAgain(actor: Actor, target: Target, now = new Date()) {
  if (actor.id === null || !may(actor, 'comment.decide')) return refuse('not-allowed')
  const { id: actorId, rank } = actor
  return transact(async (tx) => {
    const comment = target.kind === 'comment' ? await findComment(target.id, tx) : undefined
    const articleId = comment?.articleId ?? ((await hasArticle(target.id, tx)) ? target.id : undefined)
    if (!articleId) return refuse('nothing-aside')
    if (comment?.memberId === actorId) return refuse('own-comment')
    const change = await countSetAside(target, tx)
    if (change.likes + change.dislikes === 0) return refuse('nothing-aside')
    await insertDecision(
      {
        kind: 'count-reactions',
        commentId: comment?.id ?? null,
        articleId,
        memberId: comment?.memberId ?? null,
        actorId,
        actorRank: rank,
        after: change,
        createdAt: now,
      },
      tx,
    )
    await invalidate(tx, [tags.counts(articleId)], 'soon')
    await countReactions(target, change, tx)
    return done(change)
  })
}
