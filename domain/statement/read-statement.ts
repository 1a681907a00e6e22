import { findAppealAgainst, listModeratorIds } from '@/db/queries/appeals'
import { findPreference } from '@/db/queries/notifications'
import { findStatement, listStatements } from '@/db/queries/statements'
import type { Actor } from '../actor'
import { isAppealable } from '../appeal/appealable'
import { hasOtherModerator } from '../appeal/whose-turn'
import { usual } from '../notification/kinds'
import { isStatedTo } from './is-stated-to'
import { readStatementKey } from './statement-key'

/** A statement for whom it is, what was said against it, and whether and by whom an appeal can be heard. */
export async function readStatement(actor: Actor, key: string, now = new Date()) {
  const named = readStatementKey(key)
  const statement = named && (await findStatement(named.decisionId))
  if (!statement || !isStatedTo(actor, statement, named)) return
  const [appeal, moderatorIds] = await Promise.all([findAppealAgainst(statement.id), listModeratorIds(now)])
  const parties = { firstDeciderId: statement.actorId, memberId: statement.memberId }
  return {
    statement,
    appeal,
    canAppeal:
      statement.kind === 'hide-comment' && statement.isInForce && !appeal && isAppealable(statement.createdAt, now),
    heardBy: hasOtherModerator(parties, moderatorIds) ? ('moderator' as const) : ('editor' as const),
  }
}

export type ReadStatement = NonNullable<Awaited<ReturnType<typeof readStatement>>>

const mostListed = 50

/** What the account page states to a member, and how they wish to be told of it. */
export async function readStatements(memberId: string) {
  const [statements, preference] = await Promise.all([
    listStatements(memberId, mostListed),
    findPreference(memberId, 'statement'),
  ])
  return { statements, preference: { ...(preference ?? usual), inPage: true } }
}
