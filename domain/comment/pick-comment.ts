import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { findArticleToComment, findComment } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { countPicks, deletePick, insertPick } from '@/db/queries/picks'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'

export const pickInput = z.object({ commentId: z.uuid(), wish: z.enum(['pick', 'withdraw']) })

/** What is picked everywhere is picked nowhere. */
export const mostPicks = 100

type Picked = { commentId: string }

/**
 * Puts a visible comment among the paper's picks. It stays there while it is visible: hidden or deleted it is no pick, and
 * shown again it is none either. Doing it twice changes nothing.
 */
export async function pickComment(actor: Actor, { commentId }: Picked, now = new Date()) {
  if (!mayPick(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const comment = await findComment(commentId, tx, true)
    if (comment?.standing !== 'visible' || !(await findArticleToComment(comment.articleId, now, tx)))
      return refuse('no-such-comment')
    if (comment.memberId === actor.id) return refuse('own-comment')
    if ((await countPicks(comment.articleId, tx)) >= mostPicks) return refuse('too-many-picks')
    const { id, articleId } = comment
    if (await insertPick({ commentId: id, articleId, pickedBy: actor.id, createdAt: now }, tx))
      await told(actor, 'pick-comment', comment, now, tx)
    return done({ id, slug: comment.slug })
  })
}

/** Takes a comment out of the picks again; it stands where it stood. */
export async function withdrawPick(actor: Actor, { commentId }: Picked, now = new Date()) {
  if (!mayPick(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const comment = await findComment(commentId, tx, true)
    if (comment?.standing !== 'visible') return refuse('no-such-comment')
    if (await deletePick(comment.id, tx)) await told(actor, 'withdraw-pick', comment, now, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

const mayPick = (actor: Actor): actor is MemberActor => actor.id !== null && may(actor, 'comment.pick')

type Found = NonNullable<Awaited<ReturnType<typeof findComment>>>

async function told(
  actor: MemberActor,
  kind: 'pick-comment' | 'withdraw-pick',
  comment: Found,
  createdAt: Date,
  tx: Tx,
) {
  const { id: commentId, articleId, memberId } = comment
  const isPicked = kind === 'pick-comment'
  await insertDecision(
    {
      ...{ kind, commentId, articleId, memberId, actorId: actor.id, actorRank: actor.rank },
      ...{ before: { isPicked: !isPicked }, after: { isPicked }, createdAt },
    },
    tx,
  )
  await invalidate(tx, [tags.comments(articleId)], 'now')
}
