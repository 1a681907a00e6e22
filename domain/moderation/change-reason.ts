import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import { insertReason, listReasonsToChange, type Reason, updateReason } from '@/db/queries/reasons'
import { numberedSlug, slugFrom } from '@/lib/slug'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import { type ChangedReason, longestCode, type NewReason } from './reason-input'

/** Offers a further reason, with a house rule of its own. */
export async function addReason(actor: Actor, input: NewReason, now = new Date()) {
  if (!mayChange(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const reasons = await listReasonsToChange(tx)
    if (isRuleTaken(input, reasons)) return refuse('rule-taken')
    const code = freeCode(input.label, reasons)
    await insertReason({ code, ...input, changedAt: now }, tx)
    await tell(actor, { before: {}, after: { code, ...input } }, now, tx)
    return done({ code })
  })
}

/** Says a reason, its rule or its place otherwise. Comments that were hidden for it say so too. */
export async function changeReason(actor: Actor, { code, seenChange, ...input }: ChangedReason, now = new Date()) {
  if (!mayChange(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const reasons = await listReasonsToChange(tx)
    const was = reasons.find((one) => one.code === code)
    if (!was) return refuse('no-such-reason')
    if (was.changedAt.getTime() !== seenChange) return refuse('already-changed')
    if (code === 'other' && !input.forReaders) return refuse('other-stays')
    if (isRuleTaken(input, reasons, code)) return refuse('rule-taken')
    await updateReason(code, { ...input, changedAt: now }, tx)
    await tell(actor, { before: { code, ...wordsOf(was) }, after: { code, ...input } }, now, tx)
    return done({ code })
  })
}

/** Offers a reason no longer. What it was given for keeps it. */
export async function retireReason(actor: Actor, code: string, now = new Date()) {
  return move(actor, code, now, now)
}

/** Offers a retired reason again. */
export async function bringBackReason(actor: Actor, code: string, now = new Date()) {
  return move(actor, code, null, now)
}

async function move(actor: Actor, code: string, retiredAt: Date | null, now: Date) {
  if (!mayChange(actor)) return refuse('not-allowed')
  if (code === 'other') return refuse('other-stays')
  return transact(async (tx) => {
    const was = (await listReasonsToChange(tx)).find((one) => one.code === code)
    if (!was) return refuse('no-such-reason')
    if ((was.retiredAt === null) === (retiredAt === null)) return refuse('already-changed')
    await updateReason(code, { retiredAt, changedAt: now }, tx)
    const isOffered = retiredAt === null
    await tell(actor, { before: { code, isOffered: !isOffered }, after: { code, isOffered } }, now, tx)
    return done({ code })
  })
}

function mayChange(actor: Actor): actor is MemberActor {
  return actor.id !== null && may(actor, 'reason.change')
}

/** Two rules with one number would leave readers guessing, also where one of them holds no longer. */
const isRuleTaken = ({ ruleNo }: NewReason, reasons: Reason[], by?: string) =>
  reasons.some((one) => one.ruleNo === ruleNo && one.code !== by)

function freeCode(label: string, reasons: Reason[]) {
  const taken = new Set(reasons.map(({ code }) => code))
  const plain = slugFrom(label, longestCode) || 'reason'
  let no = 1
  while (taken.has(numberedSlug(plain, no, longestCode))) no += 1
  return numberedSlug(plain, no, longestCode)
}

const wordsOf = ({ label, ruleNo, ruleText, position, forReaders, isPersonal }: Reason): NewReason => ({
  label,
  ruleNo,
  ruleText,
  position,
  forReaders,
  isPersonal,
})

type Told = { before: Record<string, unknown>; after: Record<string, unknown> }

async function tell(actor: MemberActor, told: Told, now: Date, tx: Tx) {
  const { id: actorId, rank: actorRank } = actor
  await insertDecision({ kind: 'change-reason', actorId, actorRank, ...told, createdAt: now }, tx)
  await invalidate(tx, [tags.reasons], 'now')
}
