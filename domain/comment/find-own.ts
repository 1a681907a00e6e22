import type { Tx } from '@/db/client'
import { findComment } from '@/db/queries/comment-changes'
import type { Actor } from '../actor'
import type { Sender } from './sender'

/** One's own comment, locked. A member's belongs to the member, a guest's to the browser that has its key. */
export async function findOwn(actor: Actor, id: string, sender: Sender, tx: Tx) {
  const comment = await findComment(id, tx, true)
  if (!comment) return
  const isOwn =
    comment.memberId === null
      ? comment.guestKey !== null && comment.guestKey === sender.visitorKey
      : comment.memberId === actor.id
  return isOwn ? comment : undefined
}

export type OwnComment = NonNullable<Awaited<ReturnType<typeof findOwn>>>
