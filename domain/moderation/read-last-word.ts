import { listDecisions } from '@/db/queries/decisions'
import { findDeskComment } from '@/db/queries/desk-comments'
import { moderationWords } from '@/lib/words/moderation'

type CommentDecision = keyof typeof moderationWords.did

/** Whether a decision is one about a comment; the log holds others too. */
export const isAboutComment = (kind: string): kind is CommentDecision => kind in moderationWords.did

/** A comment and the latest decision about it, if there was one: what was done, by whom and when. */
export async function readLastWord(commentId: string) {
  const [comment, decisions] = await Promise.all([findDeskComment(commentId), listDecisions({ commentId })])
  const decision = decisions.at(-1)
  if (!comment) return
  return {
    comment,
    decision: decision && isAboutComment(decision.kind) ? { ...decision, kind: decision.kind } : undefined,
  }
}

export type LastWord = NonNullable<Awaited<ReturnType<typeof readLastWord>>>
