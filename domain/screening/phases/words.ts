import type { Facts } from '../facts'
import type { Finding } from '../finding'

/** A term of the word filter is read first; one of a list that is tried only is noted. */
export function findWords({ comment }: Facts): Finding[] {
  return comment.filtered.map(({ listId, list, mode, words }) => ({
    because: 'word' as const,
    listId,
    list,
    words,
    ...(mode === 'shadow' && { shadow: true as const }),
  }))
}

/** Whether a text has a term that is not published here: it does not even wait. */
export const hasBannedWords = ({ comment }: Facts) =>
  comment.filtered.some(({ level, mode }) => level === 'banned' && mode === 'on')
