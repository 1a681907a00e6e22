import type { Facts } from '../facts'

/** The first comments of a member are read first: as many as must be let through, however old the account is. */
export function findFirstComment({ author, settings }: Facts) {
  if (author.kind === 'guest' || author.approved >= settings.heldFirst) return
  return { because: 'first-comment' as const, approved: author.approved, needed: settings.heldFirst }
}
