import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { countVisible, findComment, moveComment, updateText } from '@/db/queries/comment-changes'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { commentText, longestComment } from './comment-input'
import { mostLinks } from './post-comment'
import type { Sender } from './sender'
import { countLinks } from './text/comment-text'

export const editInput = z.object({ commentId: z.uuid(), text: commentText })
export const deleteInput = z.object({ commentId: z.uuid() })

/** Changes the author's own comment as long as no moderator has read it. The text before is kept as a version. */
export async function editComment(actor: Actor, input: z.infer<typeof editInput>, sender: Sender, now = new Date()) {
  if (!mayWrite(actor)) return refuse('not-allowed')
  if (input.text === '') return refuse('empty')
  if (input.text.length > longestComment) return refuse('too-long')
  if (countLinks(input.text) > mostLinks) return refuse('too-many-links')
  return transact(async (tx) => {
    const comment = await findOwn(actor, input.commentId, sender, tx)
    if (!comment) return refuse('no-such-comment')
    if (comment.standing !== 'held') return refuse('too-late')
    await updateText(comment.id, input.text, now, tx)
    return done({ id: comment.id, slug: comment.slug })
  })
}

/** Takes the author's own comment out of readers' sight. Its place stays, and so do the replies to it. */
export async function deleteComment(
  actor: Actor,
  { commentId }: z.infer<typeof deleteInput>,
  sender: Sender,
  now = new Date(),
) {
  return transact(async (tx) => {
    const comment = await findOwn(actor, commentId, sender, tx)
    if (!comment || (comment.standing !== 'held' && comment.standing !== 'visible')) return refuse('no-such-comment')
    await moveComment({ id: comment.id, seenAs: comment.standing, to: 'deleted' }, now, tx)
    if (comment.standing === 'visible') {
      await countVisible(comment, -1, tx)
      await invalidate(tx, [tags.comments(comment.articleId), tags.counts(comment.articleId)], 'conceal')
    }
    return done({ id: comment.id, slug: comment.slug })
  })
}

const mayWrite = (actor: Actor) => may(actor, actor.id === null ? 'comment.post-as-guest' : 'comment.post')

/** A member's comment belongs to the member, a guest's to the browser that has its key. */
async function findOwn(actor: Actor, id: string, sender: Sender, tx: Tx) {
  const comment = await findComment(id, tx, true)
  if (!comment) return
  const isOwn =
    comment.memberId === null
      ? comment.guestKey !== null && comment.guestKey === sender.visitorKey
      : comment.memberId === actor.id
  return isOwn ? comment : undefined
}
