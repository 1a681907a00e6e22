import type { Facts } from '../facts'

const fewestDecisions = 5
const mostHidden = 0.3

/**
 * Of whom moderators hid more than three in ten comments in the last seven days is read first. It ends by itself, since
 * decisions grow older than that and those who are read first have comments approved.
 */
export function findRecord({ author }: Facts) {
  if (author.kind === 'guest' || author.decided < fewestDecisions) return
  if (author.hidden / author.decided <= mostHidden) return
  return { because: 'record' as const, hidden: author.hidden, decided: author.decided }
}
