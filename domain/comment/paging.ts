import { env } from '@/lib/env'

/** First-level comments on one page of a conversation. Page N holds the root numbers after (N-1)·30 up to N·30. */
export const rootsPerPage = 30

/** Replies of one first-level comment that a page draws; the rest are on the page of their thread. */
export const repliesPerRoot = 60

/** Levels below the first that a page draws, each further in; deeper ones are on the page of their thread. */
export const deepestLevel = () => env().commentIndent

export const pageOfRoot = (rootNo: number) => Math.ceil(rootNo / rootsPerPage)

export const countPages = (roots: number) => Math.max(1, Math.ceil(roots / rootsPerPage))
