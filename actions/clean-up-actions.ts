'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { cleanUp } from '@/domain/moderation/clean-up'
import { oneCleanUpPath } from '@/domain/moderation/clean-up-addresses'
import { cleanUpInput, undoInput } from '@/domain/moderation/clean-up-question'
import { undoCleanUp } from '@/domain/moderation/clean-up-undo'
import { saidAnchor } from '@/domain/said-anchor'
import { cleanUpWords } from '@/lib/words/clean-up'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = cleanUpWords
const typed = z.string().max(20_000).catch('')

/** Takes the form that hides all that somebody wrote within a time. */
export async function cleanUpAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { reason: typed.parse(fields.reason), note: typed.parse(fields.note) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = cleanUpInput.safeParse(fields)
  if (!input.success) {
    const wasTyped = input.error.issues.every(({ path }) => path[0] === 'reason' || path[0] === 'note')
    return wasTyped ? invalid(input.error, kept) : refused(refusals.malformed, kept)
  }
  const outcome = await cleanUp(actor, input.data)
  if (outcome.ok) redirect(`${oneCleanUpPath(outcome.value.id)}#${saidAnchor}`)
  const message = refusals[outcome.refusal]
  if (outcome.refusal !== 'no-such-reason') return refused(message, kept)
  refresh()
  return refused(message, kept, { reason: message })
}

/** Takes the button that lets everything stand as before. */
export async function undoCleanUpAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'])
  if (!may(actor, 'moderation.see')) forbidden()
  const input = undoInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(refusals.malformed)
  const outcome = await undoCleanUp(actor, input.data)
  if (!outcome.ok) return refused(refusals[outcome.refusal])
  redirect(`${oneCleanUpPath(outcome.value.id)}#${saidAnchor}`)
}
