import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { newId } from '@/lib/new-id'
import type { Actor } from '../actor'
import { refuse } from '../outcome'
import { approveIn, type Deciding, dismissIn, hideIn, mayDecide, restoreIn } from './decision-steps'
import { note, reason, seenAs } from './reasons'

/** When the text that the moderator read was last changed, in milliseconds; 0 for one that never was. */
const seenEdit = z.coerce.number().int().min(0).optional()

const verdict = z.object({ commentId: z.uuid(), seenAs, seenEdit, note })

export const approveInput = verdict
export const hideInput = verdict.extend({ reason })
export const restoreInput = verdict
export const dismissInput = z.object({ commentId: z.uuid(), seenEdit, note })

type Verdict = z.infer<typeof verdict>
type Dismissal = z.infer<typeof dismissInput>

/** Lets readers see a held comment, or lets one stand that readers saw at once and nobody has judged. */
export async function approveComment(actor: Actor, input: Verdict, now = new Date()) {
  return alone(actor, (by) => approveIn(by, input, now))
}

/** Takes a comment out of readers' sight; what stays is a placeholder with the reason. */
export async function hideComment(actor: Actor, input: Verdict & { reason: string }, now = new Date()) {
  return alone(actor, (by) => hideIn(by, input, now))
}

/** Shows a hidden comment again. */
export async function restoreComment(actor: Actor, input: Verdict, now = new Date()) {
  return alone(actor, (by) => restoreIn(by, input, now))
}

/** Leaves a reported comment as it is, and tells its reporters so. */
export async function dismissReports(actor: Actor, input: Dismissal, now = new Date()) {
  return alone(actor, (by) => dismissIn(by, input, now))
}

/** One decision in a transaction of its own. */
async function alone<Outcome>(actor: Actor, decision: (by: Deciding) => Promise<Outcome>) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  const actId = newId()
  return transact((tx) => decision({ actor, actId, tx }))
}
