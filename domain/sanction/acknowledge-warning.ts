import { acknowledgeOne } from '@/db/queries/sanctions'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

/** A person says that they have read a warning of theirs. It stays in the record. */
export async function acknowledgeWarning(actor: Actor, { sanctionId }: { sanctionId: string }, now = new Date()) {
  if (actor.id === null || !may(actor, 'account.change')) return refuse('not-allowed')
  const isDone = await acknowledgeOne(sanctionId, actor.id, now)
  return isDone ? done({ id: sanctionId }) : refuse('no-such-warning')
}
