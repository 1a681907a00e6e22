import type { z } from 'zod'
import { transact } from '@/db/invalidate'
import { liftBlockRow } from '@/db/queries/blocks'
import { insertDecision } from '@/db/queries/decisions'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import type { liftBlockInput } from './block-input'
import { mayBlock } from './enter-block'

/** Ends a block before its time. */
export async function liftBlock(actor: Actor, { blockId, note }: z.infer<typeof liftBlockInput>, now = new Date()) {
  if (!mayBlock(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const lifted = await liftBlockRow(blockId, now, tx)
    if (!lifted) return refuse('already-over')
    await insertDecision(
      {
        ...{ kind: 'lift-block' as const, note, createdAt: now },
        ...{ actorId: actor.id, actorRank: actor.rank },
        before: { block: blockId, ...lifted },
        after: { liftedAt: now },
      },
      tx,
    )
    return done({ id: blockId })
  })
}
