import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { findAppealAgainst, insertAppeal } from '@/db/queries/appeals'
import { findComment } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { findStatement, type StatementRow } from '@/db/queries/statements'
import { newId } from '@/lib/new-id'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { isStatedTo } from '../statement/is-stated-to'
import { readStatementKey } from '../statement/statement-key'
import type { lodgeInput } from './appeal-input'
import { isAppealable } from './appealable'

/**
 * An author appeals against the removal of their comment, once, within half a year. No sanction takes that away: it may
 * be what the appeal is about. A guest does so by the link of their letter. The same form sent again changes nothing.
 */
export async function lodgeAppeal(actor: Actor, { key, text }: z.infer<typeof lodgeInput>, now = new Date()) {
  const named = readStatementKey(key)
  if (!named) return refuse('no-such-statement')
  return transact(async (tx) => {
    const statement = await findLocked(named.decisionId, tx)
    if (!statement || !isStatedTo(actor, statement, named)) return refuse('no-such-statement')
    if (statement.kind !== 'hide-comment') return refuse('not-appealable')
    const before = await findAppealAgainst(statement.id, tx)
    if (before) return before.text === text ? done({ key }) : refuse('already-appealed')
    if (!statement.isInForce) return refuse('taken-back')
    if (!isAppealable(statement.createdAt, now)) return refuse('appeal-time-over')
    const { id: decisionId, commentId, memberId } = statement
    await insertAppeal({ id: newId(), decisionId, commentId, memberId, text, createdAt: now }, tx)
    await log(actor, statement, now, tx)
    return done({ key })
  })
}

/** With the comment locked nobody takes the decision back, or appeals against it, at the same moment. */
async function findLocked(decisionId: string, tx: Tx) {
  const found = await findStatement(decisionId, tx)
  return found && (await findComment(found.commentId, tx, true)) && findStatement(decisionId, tx)
}

async function log(actor: Actor, { commentId, articleId, memberId, reasonCode, id }: StatementRow, now: Date, tx: Tx) {
  await insertDecision(
    {
      kind: 'lodge-appeal',
      commentId,
      articleId,
      memberId,
      actorId: actor.id,
      actorRank: actor.id === null ? null : actor.rank,
      reason: reasonCode,
      before: { standing: 'hidden' },
      after: { standing: 'hidden', against: id },
      createdAt: now,
    },
    tx,
  )
}
