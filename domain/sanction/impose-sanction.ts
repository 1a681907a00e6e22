import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import { findMemberToChange, lockRanks } from '@/db/queries/members'
import { isReasonOffered } from '@/db/queries/reasons'
import { findLatestSanctionId, insertSanction, isHeldBack, isWrittenBy, liftAlike } from '@/db/queries/sanctions'
import { hasSection } from '@/db/queries/sections'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import type { Actor, MemberActor } from '../actor'
import { done, refuse } from '../outcome'
import { endOf } from './end-of'
import type { SanctionKind } from './kinds'
import { maySanction, whyNotAbout } from './may-sanction'
import type { SanctionInput } from './sanction-input'

const decisionOf = {
  warning: 'warn-member',
  premoderation: 'premoderate-member',
  mute: 'mute-member',
  ban: 'ban-member',
} as const satisfies Record<SanctionKind, string>

/**
 * Warns a person, has their comments held, mutes or bans them, until an end. What they may do is asked of the database at
 * each request, so it holds from the next one on. One of the same kind that is in force makes way for it.
 */
export async function imposeSanction(actor: Actor, input: SanctionInput, now = new Date()) {
  if (!maySanction(actor)) return refuse('not-allowed')
  const ends = input.kind === 'warning' ? done(null) : endOf(input, now, env().timeZone)
  if (!ends.ok) return ends
  if (input.kind === 'mute' && !ends.value) return refuse('endless-mute')

  return transact(async (tx) => {
    // One after the other, so that of two admins who ban each other at once one stays.
    await lockRanks(tx)
    const person = await findMemberToChange(input.memberId, tx)
    if (!person) return refuse('no-such-member')
    const wrong = (await whyNot(actor, person, now, tx)) ?? (await findFault(input, tx))
    if (wrong) return refuse(wrong)

    const { kind, reason, note, memberId, commentId = null } = input
    const sectionId = kind === 'warning' || kind === 'ban' ? null : (input.sectionId ?? null)
    const before = kind === 'warning' ? [] : await liftAlike({ memberId, kind, sectionId }, now, tx)
    const made = { id: newId(), memberId, kind, reason, note, sectionId, commentId, startsAt: now, endsAt: ends.value }
    await insertSanction({ ...made, imposedBy: actor.id }, tx)
    await insertDecision(
      {
        kind: decisionOf[kind],
        ...{ memberId, commentId, reason, note, createdAt: now },
        ...{ actorId: actor.id, actorRank: actor.rank },
        before: before.length > 0 ? { sanctions: before } : {},
        after: { sanction: made.id, sectionId, endsAt: ends.value },
      },
      tx,
    )
    return done({ ...made, handle: person.handle })
  })
}

type Person = NonNullable<Awaited<ReturnType<typeof findMemberToChange>>>

async function whyNot(actor: MemberActor, person: Person, now: Date, tx: Tx) {
  const wrong = whyNotAbout(actor, person)
  if (wrong || person.rank === 'member') return wrong
  return (await isHeldBack(actor.id, now, tx)) ? 'not-allowed' : undefined
}

async function findFault({ memberId, reason, seen, commentId, sectionId }: SanctionInput, tx: Tx) {
  if (!(await isReasonOffered(reason, 'moderator', tx))) return 'no-such-reason'
  if ((await findLatestSanctionId(memberId, tx)) !== (seen ?? null)) return 'already-changed'
  if (commentId && !(await isWrittenBy(commentId, memberId, tx))) return 'not-their-comment'
  if (sectionId && !(await hasSection(sectionId, tx))) return 'no-such-section'
}
