/** A term in a comment's text: between which code units, as it was typed. */
export type MatchedWord = { term: string; start: number; end: number }

/** More are not told of one comment and one list. */
export const mostMatchedWords = 20
