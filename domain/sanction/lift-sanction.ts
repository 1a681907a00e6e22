import type { z } from 'zod'
import { transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import { findSanction, liftOne } from '@/db/queries/sanctions'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { maySanction, whyNotAbout } from './may-sanction'
import type { liftInput } from './sanction-input'

/** Ends a sanction before its time, or takes a warning back. */
export async function liftSanction(actor: Actor, { sanctionId, note }: z.infer<typeof liftInput>, now = new Date()) {
  if (!maySanction(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const found = await findSanction(sanctionId, tx)
    if (!found) return refuse('no-such-sanction')
    const wrong = whyNotAbout(actor, { id: found.memberId, rank: found.rank })
    if (wrong) return refuse(wrong)
    // A colleague may have been faster, or the end has come.
    if (!(await liftOne(sanctionId, now, tx))) return refuse('already-over')
    await insertDecision(
      {
        kind: 'lift-sanction',
        memberId: found.memberId,
        commentId: found.commentId,
        ...{ actorId: actor.id, actorRank: actor.rank, note, createdAt: now },
        before: { sanction: sanctionId, kind: found.kind, endsAt: found.endsAt },
        after: { liftedAt: now },
      },
      tx,
    )
    return done({ handle: found.handle, kind: found.kind })
  })
}
