'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { discussionPath } from '@/domain/comment/addresses'
import { afterAboutPerson } from '@/domain/moderation/people-addresses'
import { acknowledgeWarning } from '@/domain/sanction/acknowledge-warning'
import { imposeSanction } from '@/domain/sanction/impose-sanction'
import { liftSanction } from '@/domain/sanction/lift-sanction'
import { acknowledgeInput, liftInput, sanctionInput } from '@/domain/sanction/sanction-input'
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

const place = z.object({
  slug: z
    .string()
    .regex(/^[\p{L}\p{N}-]{1,120}$/u)
    .optional()
    .catch(undefined),
  draft: z.string().max(100).optional().catch(undefined),
})

/** Takes the yes of who was warned, and leads back to where it was given, with the text that waits there. */
export async function acknowledgeWarningAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const own = sanctionWords.own.refusals
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(own['signed-out'])
  const input = acknowledgeInput.safeParse(fields)
  const outcome = input.success ? await acknowledgeWarning(actor, input.data) : undefined
  if (!outcome?.ok) return refused(own[outcome?.refusal ?? 'no-such-warning'])
  const { slug, draft } = place.parse(fields)
  redirect(slug ? discussionPath(slug, { said: 'acknowledged', ...(draft && { draft }) }) : '/account?done=warning')
}

function unreadable(error: z.ZodError, kept: Record<string, string>) {
  const isDamaged = error.issues.some(({ path }) => hidden.has(String(path[0])))
  return isDamaged ? refused(refusals.malformed, kept) : invalid(error, kept)
}

function told(refusal: keyof typeof refusals, kept: Record<string, string>) {
  const field = fieldOf[refusal]
  return refused(refusals[refusal], kept, field ? { [field]: refusals[refusal] } : undefined)
}
