'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { discussionPath } from '@/domain/comment/addresses'
import { acknowledgeWarning } from '@/domain/sanction/acknowledge-warning'
import { acknowledgeInput } from '@/domain/sanction/sanction-input'
import { sanctionWords } from '@/lib/words/sanction'
import { type FormState, refused } from './form-state'
import { signedOut } from './signed-out'

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
