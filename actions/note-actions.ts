'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { noteInput, notePerson } from '@/domain/moderation/note-person'
import { afterAboutPerson } from '@/domain/moderation/people-addresses'
import { peopleWords } from '@/lib/words/people'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = peopleWords.notes
const typed = z.string().max(20_000).catch('')

/** Takes the form by which the staff note something about a person. */
export async function notePersonAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { text: typed.parse(fields.text) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = noteInput.safeParse(fields)
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => path[0] !== 'text')
    return isDamaged ? refused(refusals.malformed, kept) : invalid(input.error, kept)
  }
  const now = new Date()
  const outcome = await notePerson(actor, input.data, now)
  if (!outcome.ok) return refused(refusals[outcome.refusal], kept)
  redirect(afterAboutPerson(outcome.value.handle, 'noted', 'note', now))
}
