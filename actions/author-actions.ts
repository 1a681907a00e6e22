'use server'

import { forbidden, redirect, unauthorized } from 'next/navigation'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { afterTying } from '@/domain/article/desk-addresses'
import { tieAuthor, tieInput } from '@/domain/article/tie-author'

/** Takes the form that ties an author to an account. */
export async function tieAuthorAction(form: FormData) {
  const actor = await currentSender(form)
  if (actor.id === null) unauthorized()
  if (!may(actor, 'author.tie')) forbidden()
  const input = tieInput.safeParse(Object.fromEntries(form))
  if (!input.success) redirect(afterTying('malformed'))
  const outcome = await tieAuthor(actor, input.data)
  if (outcome.ok) redirect(afterTying(outcome.value.isTied ? 'tied' : 'untied'))
  if (outcome.refusal === 'not-allowed') forbidden()
  redirect(afterTying(outcome.refusal))
}
