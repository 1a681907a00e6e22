import type { HoldReason } from '../moderation/reasons'
import type { MatchedWord } from '../word-filter/matched-word'

/** What each reason for holding a comment says besides its name, so that author and moderator can follow it. */
type Details = {
  guest: object
  'first-comment': { approved?: number; needed?: number }
  links: { links?: number; most?: number; editedIn?: true }
  duplicate: object
  'unseen-domain': { domains: string[] }
  'denied-domain': { domains: string[] }
  premoderated: object
  record: { hidden: number; decided: number }
  'too-fast': { seconds: number }
  word: { listId: string; list: string; words: MatchedWord[] }
  /** Of a phase that a newsroom added: the sentence that author and moderator read. */
  newsroom: { sentence: string }
  /** Of no phase: readers reported it, after it was let through. */
  reports: { reports?: number }
  sanction: object
}

/**
 * What a phase found in a comment. One that is a shadow is noted and holds nothing, so that a rule can be watched
 * before it is in force. Stored with the comment as it is: a new detail is optional, since older findings lack it.
 */
export type Finding = { [because in HoldReason]: { because: because; shadow?: true } & Details[because] }[HoldReason]

/** What holds a comment, for one that was stored with its first reason alone as well. */
export function holdingFindings(comment: { findings: Finding[] | null; heldBecause: HoldReason | null }): Finding[] {
  const holding = comment.findings?.filter(({ shadow }) => !shadow) ?? []
  if (holding.length > 0 || !comment.heldBecause) return holding
  return [{ because: comment.heldBecause } as Finding]
}

/** Findings of a text that was changed since: where a term stood is no longer true. */
export function ofEarlierText(findings: Finding[] | null) {
  return (
    findings?.map((one) =>
      one.because === 'word' ? { ...one, words: one.words.map(({ term }) => ({ term, start: 0, end: 0 })) } : one,
    ) ?? null
  )
}
