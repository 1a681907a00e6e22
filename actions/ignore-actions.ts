'use server'

import { redirect, unauthorized } from 'next/navigation'
import { z } from 'zod'
import { currentActor, currentSender } from '@/auth/session'
import { discussionPath } from '@/domain/comment/addresses'
import {
  ignoreInput,
  ignoreMember,
  stopIgnoring,
  stopIgnoringInput,
  stopIgnoringWriterOf,
} from '@/domain/member/ignore-member'
import { signInPath } from '@/lib/next-path'

const acts = { ignore: ignoreMember, stop: stopIgnoringWriterOf }

const fromDiscussion = z.object({
  slug: z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u),
  /** `ignore:ID` or `stop:ID`: what the button beside a comment sends. */
  ignore: z
    .string()
    .transform((text) => ({ wish: text.split(':')[0], commentId: text.split(':')[1] }))
    .pipe(ignoreInput.extend({ wish: z.enum(['ignore', 'stop']) })),
})

/** Takes the button beside a comment on the discussion page. */
export async function ignoreAction(form: FormData) {
  const { slug, ignore } = fromDiscussion.parse(Object.fromEntries(form))
  const actor = await currentActor()
  if (actor.id === null) redirect(signInPath(discussionPath(slug, { at: ignore.commentId })))
  const outcome = await acts[ignore.wish](actor, ignore)
  redirect(discussionPath(slug, { at: ignore.commentId, ...(!outcome.ok && { said: `ignore-${outcome.refusal}` }) }))
}

/** Takes the button beside a name on the account page. */
export async function stopIgnoringAction(form: FormData) {
  const actor = await currentSender(form)
  if (actor.id === null) unauthorized()
  const input = stopIgnoringInput.safeParse(Object.fromEntries(form))
  if (input.success) await stopIgnoring(actor, input.data)
  redirect('/account?done=ignored#ignored')
}
