'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { hidePath } from '@/domain/comment/addresses'
import { hideComment, hideInput } from '@/domain/moderation/decide-comment'
import { saidAnchor } from '@/domain/said-anchor'
import { moderationWords } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = moderationWords
const typed = z.string().max(20_000).catch('')

/** Takes the form by which a moderator hides a comment where readers read it. */
export async function hideInPlaceAction(_: FormState, form: FormData): Promise<FormState> {
  const kept = { reason: typed.parse(form.get('reason')), note: typed.parse(form.get('note')) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = hideInput.safeParse(Object.fromEntries(form))
  if (!input.success) {
    const wasTyped = input.error.issues.every(({ path }) => path[0] === 'reason' || path[0] === 'note')
    return wasTyped ? invalid(input.error, kept) : refused(refusals.malformed, kept)
  }
  const outcome = await hideComment(actor, input.data)
  if (!outcome.ok) {
    if (outcome.refusal === 'rewritten') refresh()
    return refused(refusals[outcome.refusal], kept)
  }
  redirect(`${hidePath(outcome.value.id)}?said=hidden#${saidAnchor}`)
}
