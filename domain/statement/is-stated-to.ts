import type { StatementRow } from '@/db/queries/statements'
import type { Actor } from '../actor'

/** Whether a statement is for who asks: the comment's author, or, for a guest's, whoever has the letter's link. */
export function isStatedTo(
  actor: Actor,
  { memberId, isGuest }: Pick<StatementRow, 'memberId' | 'isGuest'>,
  { isSigned }: { isSigned: boolean },
) {
  if (isSigned) return isGuest
  return memberId !== null && memberId === actor.id
}
