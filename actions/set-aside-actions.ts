'use server'

import { forbidden, redirect } from 'next/navigation'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { reactionsDeskPath } from '@/domain/moderation/addresses'
import { countAgain, countAgainInput } from '@/domain/reaction/count-again'
import { reactionWords } from '@/lib/words/reaction'
import { type FormState, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = reactionWords

/** Takes the button by which a moderator counts reactions that were set aside. */
export async function countAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'])
  if (!may(actor, 'moderation.see')) forbidden()
  const input = countAgainInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(refusals.malformed, {})
  const outcome = await countAgain(actor, input.data)
  if (!outcome.ok) return refused(refusals[outcome.refusal], {})
  redirect(reactionsDeskPath)
}
