import type { Tx } from '@/db/client'
import { updateAppealsTakenBack } from '@/db/queries/appeals'
import { findReasonWords } from '@/db/queries/reasons'
import { findWaiting } from '@/db/queries/statements'
import { tellAuthor, tellAuthors, tellOfRestoring } from './tell-author'

type Decided = { id: string; memberId: string | null; hiddenBecause: string | null }

/**
 * What a line of the log says of a comment beside how it stood: since when it waited and how many reports were open, and
 * the rule in its words of that time. Both are told again long after, so the line itself keeps them. Asked before anything
 * is changed.
 */
export async function whatIsKnown({ id, hiddenBecause }: Decided, reason: string | undefined, tx: Tx) {
  const [waiting, rule] = await Promise.all([findWaiting(id, tx), reason ? findReasonWords(reason, tx) : undefined])
  return { before: { ...waiting, ...(hiddenBecause && { hiddenBecause }) }, after: rule ? { rule } : {} }
}

/** Settles the appeals that a restoring makes needless; says so in its line. */
export async function settleAppeals({ id }: Decided, kind: string, now: Date, tx: Tx) {
  const settled = kind === 'restore-comment' ? await updateAppealsTakenBack(id, now, tx) : 0
  return settled > 0 ? { settledAppeals: settled } : {}
}

/** States a line of the log to the comment's author, in its transaction. Whoever hides or restores comments calls it. */
export async function stateDecision(comment: Decided, decisionId: string, kind: string, now: Date, tx: Tx) {
  if (kind === 'hide-comment' || kind === 'overturn-decision') return tellAuthor(comment, decisionId, now, tx)
  if (kind === 'restore-comment') return tellOfRestoring(comment, decisionId, now, tx)
}

type Removed = { id: string; memberId: string | null; decisionId: string }

/** States many removals that were one act, each to its author. */
export const stateRemovals = (removed: Removed[], now: Date, tx: Tx) => tellAuthors(removed, now, tx)

/** The same where many comments are shown again: an appeal against a removal that was undone is settled. */
export async function stateRestorings(restored: Removed[], now: Date, tx: Tx) {
  for (const comment of restored) {
    await updateAppealsTakenBack(comment.id, now, tx)
    await tellOfRestoring(comment, comment.decisionId, now, tx)
  }
}
