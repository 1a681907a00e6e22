import type { PublicComment } from '@/db/queries/comments'
import { deepestLevel } from './paging'

/** A comment as a page draws it, with the replies that it draws below. */
export type Thread = {
  comment: PublicComment
  replies: Thread[]
  /** Replies below it that this page does not draw. */
  undrawn: number
  /** Whether it stands by itself here, away from what it answers and what answers it. */
  isApart?: boolean
}

/**
 * The tree in a list of comments whose parents come before their replies. What answers a comment outside the
 * list is a tree of its own; levels below the deepest are cut off and counted.
 */
export function threadsOf(comments: PublicComment[], deepest = deepestLevel()): Thread[] {
  const drawn = new Map<string, { thread: Thread; level: number; cutAt?: Thread }>()
  const threads: Thread[] = []
  for (const comment of comments) {
    const above = comment.parentId ? drawn.get(comment.parentId) : undefined
    const thread = { comment, replies: [], undrawn: 0 }
    if (!above) {
      drawn.set(comment.id, { thread, level: 0 })
      threads.push(thread)
    } else if (above.cutAt || above.level >= deepest) {
      const cutAt = above.cutAt ?? above.thread
      cutAt.undrawn += 1
      drawn.set(comment.id, { thread, level: above.level + 1, cutAt })
    } else {
      above.thread.replies.push(thread)
      drawn.set(comment.id, { thread, level: above.level + 1 })
    }
  }
  return threads
}

/** Adds to each first-level thread the replies that the query left out for their number. */
export function countUndrawn(threads: Thread[], comments: PublicComment[]): Thread[] {
  const visible = new Map<string, number>()
  for (const { rootId, depth, standing } of comments) {
    if (depth > 0 && standing === 'visible') visible.set(rootId, (visible.get(rootId) ?? 0) + 1)
  }
  return threads.map((thread) => {
    const left = thread.comment.replies - (visible.get(thread.comment.id) ?? 0)
    return left > 0 ? { ...thread, undrawn: thread.undrawn + left } : thread
  })
}

/** Comments one by one, without their threads. */
export const flatThreads = (comments: PublicComment[]): Thread[] =>
  comments.map((comment) => ({ comment, replies: [], undrawn: 0 }))

/** Comments that were taken out of their threads, each to lead back to its own. */
export const apart = (comments: PublicComment[]): Thread[] =>
  comments.map((comment) => ({ comment, replies: [], undrawn: 0, isApart: true }))

/** Replies below a comment, at any depth, drawn or not. */
export function countReplies({ replies, undrawn }: Thread): number {
  return replies.reduce((sum, reply) => sum + 1 + countReplies(reply), undrawn)
}
