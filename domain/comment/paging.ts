import { env } from '@/lib/env'

/** First-level comments on one page of a conversation. Page N holds the root numbers after (N-1)·30 up to N·30. */
export const rootsPerPage = 30

/** Replies that a page draws of one first-level comment at most; the rest are on the page of their thread. */
const repliesPerRoot = 60

/**
 * Replies that a page draws of all its first-level comments together. Of a large conversation fewer: each of its pages is
 * drawn anew whenever somebody comments, and that takes as long as it is.
 */
export const repliesPerPage = (comments: number) => (comments > 1000 ? 50 : 180)

/** Comments on one page of the flat view. */
export const flatPerPage = 60

/** Picks on one page of them. */
export const picksPerPage = 30

/** Comments of one thread that its own page draws at most. */
export const mostOfThread = 120

/** Levels below the first that a page draws, each further in; deeper ones are on the page of their thread. */
export const deepestLevel = () => env().commentIndent

/** Whether readers dislike a comment so much that a page draws it folded. */
export const isFolded = ({ likes, dislikes }: { likes: number; dislikes: number }) =>
  likes - dislikes < env().commentFoldBelow

export const pageOfRoot = (rootNo: number) => Math.ceil(rootNo / rootsPerPage)

export const countPages = (roots: number) => Math.max(1, Math.ceil(roots / rootsPerPage))

/** None where nothing is picked. */
export const countPickPages = (picks: number) => Math.ceil(picks / picksPerPage)

export const countFlatPages = (comments: number) => Math.max(1, Math.ceil(comments / flatPerPage))

/**
 * How many replies a page draws of each of its first-level comments, which have so many. All of them where there is
 * room; else of each the same number, and what those with fewer leave over goes to the others.
 */
export function fairShare(replies: readonly number[], room: number) {
  let left = room
  for (const [place, few] of replies.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (replies.length - place))
    if (few > share) return Math.min(share, repliesPerRoot)
    left -= few
  }
  return repliesPerRoot
}
