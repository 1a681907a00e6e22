import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { findSameBlock, findSenderOf, insertBlock, isOfStaff, lockBlocks } from '@/db/queries/blocks'
import { insertDecision } from '@/db/queries/decisions'
import { isReasonOffered } from '@/db/queries/reasons'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { startOfWeek, weekOf } from '@/lib/week'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import { endOf } from '../sanction/end-of'
import type { BlockInput } from './block-input'
import { readBlockedThing } from './blocked-thing'

/** Whose voice is taken away takes away nobody's. */
export const mayBlock = (actor: Actor): actor is MemberActor => actor.id !== null && may(actor, 'block.change')

/**
 * Takes nothing any more from an e-mail address, a domain, or a range of addresses that a moderator typed, or from the network
 * that a comment came from, which nobody gets to see and which is known again for as long as its week lasts.
 */
export async function enterBlock(actor: Actor, input: BlockInput, now = new Date()) {
  if (!mayBlock(actor)) return refuse('not-allowed')
  const ends = endOf(input, now, env().timeZone)
  if (!ends.ok) return ends

  return transact(async (tx) => {
    await lockBlocks(tx)
    const found = input.commentId ? await networkOf(input.commentId, now, tx) : readBlockedThing(input.what)
    if (!found.ok) return found
    const { kind, ...thing } = found.value
    if ('name' in thing && (await isOfStaff(thing.name, tx))) return refuse('of-staff')
    if (!(await isReasonOffered(input.reason, 'moderator', tx))) return refuse('no-such-reason')
    if (await findSameBlock(thing, now, tx)) return refuse('blocked-already')

    const endsAt = kind === 'network' ? earlier(ends.value, startOfWeek(weekOf(now) + 1)) : ends.value
    const { commentId = null, reason, note } = input
    const made = { id: newId(), kind, ...thing, reason, note, commentId, endsAt, createdAt: now }
    await insertBlock({ ...made, enteredBy: actor.id }, tx)
    await insertDecision(
      {
        ...{ kind: 'enter-block' as const, commentId, reason, note, createdAt: now },
        ...{ actorId: actor.id, actorRank: actor.rank },
        // Nobody's address: the log is kept for good, the block for half a year after its end.
        after: { block: made.id, kind, endsAt },
      },
      tx,
    )
    return done({ id: made.id, kind, endsAt })
  })
}

async function networkOf(commentId: string, now: Date, tx: Tx) {
  const from = await findSenderOf(commentId, tx)
  if (!from) return refuse('no-such-comment')
  if (!from.senderHash || weekOf(from.createdAt) !== weekOf(now)) return refuse('network-unknown')
  return done({ kind: 'network' as const, senderHash: from.senderHash })
}

const earlier = (one: Date | null, other: Date) => (one && one < other ? one : other)
