'use server'

import { redirect, unauthorized } from 'next/navigation'
import { currentSender } from '@/auth/session'
import { markRead, readInput } from '@/domain/notification/mark-read'
import { changePreference, preferenceInput } from '@/domain/notification/preference'
import { statementsAnchor } from '@/domain/statement/addresses'
import { accountWords } from '@/lib/words/account'
import { notificationWords } from '@/lib/words/notification'
import { type FormState, refused } from './form-state'
import { signedOut } from './signed-out'

const words = notificationWords.preferences

const refusals = { 'not-allowed': words.notAllowed, 'too-often': words.tooManyChanges } as const

/** Takes how a member wants to be told. */
export async function changePreferenceAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(accountWords.account.signedOut)
  const input = preferenceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(words.malformed)

  const outcome = await changePreference(actor, input.data)
  if (!outcome.ok) return refused(refusals[outcome.refusal])
  redirect('/account?done=preference#preferences')
}

/** Takes the buttons that mark one reply, or all that the page showed, as read. */
export async function markReadAction(form: FormData) {
  const actor = await currentSender(form)
  if (actor.id === null) unauthorized()
  const input = readInput.safeParse(Object.fromEntries(form))
  if (input.success) await markRead(actor, input.data)
  redirect(`/account?done=read#${form.get('of') === 'statements' ? statementsAnchor : 'replies'}`)
}
