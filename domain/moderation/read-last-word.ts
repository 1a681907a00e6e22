import { listDecisions } from '@/db/queries/decisions'
import { findDeskComment } from '@/db/queries/desk-comments'
import { moderationWords } from '@/lib/words/moderation'
import { canUndo } from './read-act'

type CommentDecision = keyof typeof moderationWords.did

/** Whether a decision is one about a comment; the log holds others too. */
export const isAboutComment = (kind: string): kind is CommentDecision => kind in moderationWords.did

/**
 * A comment and the latest decision about it, if there was one: what was done, by whom and when. A sanction of its author
 * because of it is none.
 */
export async function readLastWord(commentId: string, now = new Date()) {
  const [comment, decisions] = await Promise.all([findDeskComment(commentId), listDecisions({ commentId })])
  if (!comment) return
  const ofComment = decisions.flatMap(({ kind, ...decision }) => (isAboutComment(kind) ? { ...decision, kind } : []))
  const decision = ofComment.at(-1)
  return { comment, decision: decision && { ...decision, canUndo: canUndo(decision, now) } }
}

export type LastWord = NonNullable<Awaited<ReturnType<typeof readLastWord>>>
