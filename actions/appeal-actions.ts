'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { findAppealDecider } from '@/db/queries/appeals'
import { may } from '@/domain/actor'
import { afterAppeal } from '@/domain/appeal/addresses'
import { appealDecision, lodgeInput } from '@/domain/appeal/appeal-input'
import { decideAppeal } from '@/domain/appeal/decide-appeal'
import { lodgeAppeal } from '@/domain/appeal/lodge-appeal'
import { saidAnchor } from '@/domain/said-anchor'
import { statementPath } from '@/domain/statement/addresses'
import { readStatementKey } from '@/domain/statement/statement-key'
import { clockTime } from '@/lib/clock-time'
import { appealWords } from '@/lib/words/appeal'
import { moderationWords } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = appealWords
const typed = z.string().max(20_000).catch('')

/** Takes an author's appeal: a member's by their session, a guest's by the key of their letter. */
export async function lodgeAppealAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { text: typed.parse(fields.text) }
  const actor = await currentSender(form)
  const isGuests = readStatementKey(typed.parse(fields.key))?.isSigned === true
  if (actor.id === null && !isGuests) return signedOut(refusals['signed-out'], kept)

  const input = lodgeInput.safeParse(fields)
  if (!input.success) return told(input.error, 'text', kept)
  const outcome = await lodgeAppeal(actor, input.data)
  if (!outcome.ok) return refused(refusals[outcome.refusal], kept)
  redirect(`${statementPath(outcome.value.key)}?done=appeal#${saidAnchor}`)
}

/** Takes the decision about an appeal. */
export async function decideAppealAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { answer: typed.parse(fields.answer) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'appeal.decide')) forbidden()

  const input = appealDecision.safeParse(fields)
  if (!input.success) return told(input.error, 'answer', kept)
  const { appealId, outcome: decided } = input.data
  const outcome = await decideAppeal(actor, input.data)
  if (outcome.ok) redirect(afterAppeal(decided, appealId))
  const was = outcome.refusal === 'already-decided' ? await whoWasFaster(appealId) : undefined
  return refused(was ?? refusals[outcome.refusal], kept)
}

/** A fault of the text is told at the text; anything else was no person's doing. */
function told(error: z.ZodError, field: string, kept: Record<string, string>) {
  const isTyped = error.issues.every(({ path }) => path[0] === field)
  return isTyped ? invalid(error, kept) : refused(refusals.malformed, kept)
}

async function whoWasFaster(appealId: string) {
  const faster = await findAppealDecider(appealId)
  return faster?.decidedAt && refusals.decidedBy(faster.name ?? moderationWords.someone, clockTime(faster.decidedAt))
}
