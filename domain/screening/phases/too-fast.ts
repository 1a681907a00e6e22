import type { Facts } from '../facts'

const fewestSeconds = 3

/** A first comment that was sent faster than anybody writes. Where it is not known when the form was drawn, nothing is. */
export function findTooFast({ comment: { secondsToWrite }, author }: Facts) {
  const isFirst = author.kind === 'guest' || author.approved === 0
  if (!isFirst || secondsToWrite === null || secondsToWrite >= fewestSeconds) return
  return { because: 'too-fast' as const, seconds: Math.max(0, Math.floor(secondsToWrite)) }
}
