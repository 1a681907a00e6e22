'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { type Actor, may } from '@/domain/actor'
import { afterChange } from '@/domain/moderation/addresses'
import { addReason, bringBackReason, changeReason, retireReason } from '@/domain/moderation/change-reason'
import { changedReasonInput, newReasonInput, type ReasonDone, reasonCode } from '@/domain/moderation/reason-input'
import { reasonWords } from '@/lib/words/reason'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = reasonWords
const typed = z.string().max(20_000).catch('')

/** Takes the form of a further reason. */
export async function addReasonAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, newReasonInput, 'added', addReason)
}

/** Takes the form by which a reason is said otherwise. */
export async function changeReasonAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, changedReasonInput, 'changed', changeReason)
}

/** Takes the button that retires a reason. */
export async function retireReasonAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, reasonCode, 'retired', (actor, { code }) => retireReason(actor, code))
}

/** Takes the button that brings a retired reason back. */
export async function bringBackReasonAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, reasonCode, 'brought-back', (actor, { code }) => bringBackReason(actor, code))
}

type Outcome =
  | { ok: true; value: { code: string } }
  | { ok: false; refusal: Exclude<Refusal, 'signed-out' | 'malformed'> }
type Refusal = keyof typeof refusals

async function take<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  what: NonNullable<ReasonDone>,
  act: (actor: Actor, input: Input) => Promise<Outcome>,
): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = keptOf(fields)
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'reason.change')) forbidden()

  const input = schema.safeParse(fields)
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => path[0] === 'code' || path[0] === 'seenChange')
    return isDamaged ? refused(refusals.malformed, kept) : invalid(input.error, kept)
  }
  const outcome = await act(actor, input.data)
  if (!outcome.ok) return told(outcome.refusal, kept)
  redirect(afterChange(what, outcome.value.code, new Date()))
}

function keptOf(fields: Record<string, FormDataEntryValue>) {
  return {
    label: typed.parse(fields.label),
    ruleNo: typed.parse(fields.ruleNo),
    ruleText: typed.parse(fields.ruleText),
    position: typed.parse(fields.position),
    forReaders: typed.parse(fields.forReaders),
    isPersonal: typed.parse(fields.isPersonal),
  }
}

function told(refusal: Refusal, kept: Record<string, string>) {
  const message = refusals[refusal]
  // The page shows what the colleague made of it, beside what was typed here.
  if (refusal === 'already-changed') refresh()
  return refusal === 'rule-taken' ? refused(message, kept, { ruleNo: message }) : refused(message, kept)
}
