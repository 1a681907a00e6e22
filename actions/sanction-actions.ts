'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { afterAboutPerson } from '@/domain/moderation/people-addresses'
import { imposeSanction } from '@/domain/sanction/impose-sanction'
import { liftSanction } from '@/domain/sanction/lift-sanction'
import { liftInput, sanctionInput } from '@/domain/sanction/sanction-input'
import { sanctionWords } from '@/lib/words/sanction'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = sanctionWords
const typed = z.string().max(20_000).catch('')

/** The field of which a refusal speaks. */
const fieldOf: Partial<Record<keyof typeof refusals, string>> = {
  'no-such-reason': 'reason',
  'no-such-section': 'sectionId',
  'no-date': 'until',
  'date-past': 'until',
  'date-far': 'until',
  'endless-mute': 'length',
}

const hidden = new Set(['memberId', 'sanctionId', 'commentId', 'seen'])

/** Takes the form by which a moderator warns, pre-moderates, mutes or bans. */
export async function imposeSanctionAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const names = ['kind', 'reason', 'note', 'length', 'until', 'sectionId']
  const kept = Object.fromEntries(names.map((name) => [name, typed.parse(fields[name])]))
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = sanctionInput.safeParse(fields)
  if (!input.success) return unreadable(input.error, kept)
  const now = new Date()
  const outcome = await imposeSanction(actor, input.data, now)
  if (outcome.ok) redirect(afterAboutPerson(outcome.value.handle, 'imposed', outcome.value.kind, now))
  // What a colleague did meanwhile is shown beside what was typed.
  if (outcome.refusal === 'already-changed' || outcome.refusal === 'no-such-reason') refresh()
  return told(outcome.refusal, kept)
}

/** Takes the form by which a moderator ends a sanction before its time. */
export async function liftSanctionAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { note: typed.parse(fields.note) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = liftInput.safeParse(fields)
  if (!input.success) return unreadable(input.error, kept)
  const now = new Date()
  const outcome = await liftSanction(actor, input.data, now)
  if (outcome.ok) redirect(afterAboutPerson(outcome.value.handle, 'lifted', outcome.value.kind, now))
  if (outcome.refusal === 'already-over') refresh()
  return told(outcome.refusal, kept)
}

function unreadable(error: z.ZodError, kept: Record<string, string>) {
  const isDamaged = error.issues.some(({ path }) => hidden.has(String(path[0])))
  return isDamaged ? refused(refusals.malformed, kept) : invalid(error, kept)
}

function told(refusal: keyof typeof refusals, kept: Record<string, string>) {
  const field = fieldOf[refusal]
  return refused(refusals[refusal], kept, field ? { [field]: refusals[refusal] } : undefined)
}
