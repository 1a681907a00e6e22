import type { z } from 'zod'
import { invalidate, tags, transact } from '@/db/invalidate'
import { findSetting, lockSetting, updateSetting } from '@/db/queries/conversation-changes'
import { insertDecision } from '@/db/queries/decisions'
import { updateDomain } from '@/db/queries/link-domains'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { type ConversationSettings, conversationKey, readSettings } from '../screening/settings'
import type { changedSettings, domainVerdict } from './conversation-input'

/** Changes what is set for all conversations: closes and opens them all, and says what is read first. */
export async function changeSettings(
  actor: Actor,
  { note, seen, ...wanted }: z.infer<typeof changedSettings>,
  now = new Date(),
) {
  if (actor.id === null || !may(actor, 'site.change')) return refuse('not-allowed')
  const { id: actorId, rank: actorRank } = actor
  return transact(async (tx) => {
    await lockSetting(conversationKey, tx)
    const before = readSettings(await findSetting(conversationKey, tx))
    const after = readSettings(wanted)
    if (seenSettings(after) === seenSettings(before)) return done('settings' as const)
    if (seen !== seenSettings(before)) return refuse('already-changed')
    await updateSetting(conversationKey, after, now, tx)
    await insertDecision({ kind: 'change-settings', actorId, actorRank, note, before, after, createdAt: now }, tx)
    await invalidate(tx, [tags.conversations], 'now')
    return done('settings' as const)
  })
}

/** What a form was filled with, to be compared when it comes. */
export const seenSettings = (settings: ConversationSettings) => JSON.stringify(readSettings(settings))

/** Allows or denies links to a domain and what is below it, or takes that back. */
export async function decideDomain(
  actor: Actor,
  { domain, verdict, note }: z.infer<typeof domainVerdict>,
  now = new Date(),
) {
  if (actor.id === null || !may(actor, 'comment.decide')) return refuse('not-allowed')
  const { id: actorId, rank: actorRank } = actor
  return transact(async (tx) => {
    const before = await updateDomain(domain, verdict === 'none' ? null : verdict, now, tx)
    if ((before ?? 'none') === verdict) return done(domain)
    const told = { before: { domain, verdict: before ?? 'none' }, after: { domain, verdict } }
    await insertDecision({ kind: 'change-domain', actorId, actorRank, note, ...told, createdAt: now }, tx)
    return done(domain)
  })
}
