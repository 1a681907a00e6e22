'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentActor, currentSender } from '@/auth/session'
import { discussionPath } from '@/domain/comment/addresses'
import { pickComment, pickInput, withdrawPick } from '@/domain/comment/pick-comment'
import { afterDecision, casePath } from '@/domain/moderation/addresses'
import { pickWords } from '@/lib/words/pick'
import { type FormState, refused } from './form-state'
import { signedOut } from './signed-out'

const acts = { pick: pickComment, withdraw: withdrawPick }

const fromDiscussion = z.object({
  slug: z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u),
  /** `pick:ID` or `withdraw:ID`: what the button beside a comment sends. */
  pick: z
    .string()
    .transform((text) => ({ wish: text.split(':')[0], commentId: text.split(':')[1] }))
    .pipe(pickInput),
})

/** Takes the button beside a comment on the discussion page. */
export async function pickOnPageAction(form: FormData) {
  const { slug, pick } = fromDiscussion.parse(Object.fromEntries(form))
  const outcome = await acts[pick.wish](await currentActor(), pick)
  redirect(discussionPath(slug, { at: pick.commentId, ...(!outcome.ok && { said: `pick-${outcome.refusal}` }) }))
}

/** Takes the button at the desk. */
export async function pickAtDeskAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(pickWords.refusals['signed-out'])
  const input = pickInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(pickWords.refusals.malformed)
  const outcome = await acts[input.data.wish](actor, input.data)
  if (!outcome.ok) return refused(pickWords.refusals[outcome.refusal])
  redirect(afterDecision(casePath(outcome.value.id), outcome.value.id, undefined))
}
