import { countHits, hasVisibleComment, listBlocksMeeting, type MetBlock } from '@/db/queries/blocks'
import { listOwnSanctions } from '@/db/queries/sanctions'
import type { Actor } from '../actor'
import { namesOf } from './blocked-thing'

/** Who sends a form and from where, for the moment of the question alone. */
export type Origin = {
  address?: string | null
  senderHash?: string
  /** A guest's, or that of whoever asks for a sign-in letter. */
  email?: string | undefined
}

/**
 * The block that keeps somebody from doing something, if one does; each that is met counts a hit. Trusted members are let
 * through, since a network has many people.
 */
export async function meetBlock(actor: Actor, origin: Origin, now = new Date()): Promise<MetBlock | undefined> {
  const met = await findBlocks(origin, now)
  const [first] = met
  if (!first) return
  const trusted = await isTrusted(actor, now)
  await countHits(
    met.map(({ id }) => id),
    trusted,
    now,
  )
  return trusted ? undefined : first
}

/** The same blocks without counting anything: for a page that says once more why something was refused. */
export const findBlocks = ({ address = null, senderHash, email }: Origin, now = new Date()) =>
  listBlocksMeeting({ names: email ? namesOf(email) : [], address, senderHash: senderHash ?? null }, now)

/** The staff, and members of whom readers see a comment and whom no sanction holds back. */
export async function isTrusted(actor: Actor, now = new Date()) {
  if (actor.id === null) return false
  if (actor.rank !== 'member') return true
  const [isSeen, sanctions] = await Promise.all([
    hasVisibleComment(actor.id),
    listOwnSanctions(actor.id, undefined, now),
  ])
  return isSeen && sanctions.length === 0
}
