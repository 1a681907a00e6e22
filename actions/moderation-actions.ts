'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { forbidden, redirect, unauthorized } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { type MemberActor, may } from '@/domain/actor'
import { afterDecision } from '@/domain/moderation/addresses'
import { decideComment, decisionInput } from '@/domain/moderation/decision-input'
import { readLastWord } from '@/domain/moderation/read-last-word'
import { clockTime } from '@/lib/clock-time'
import { moderationWords as words } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'

const place = z.object({ back: z.string().max(1000).optional(), next: z.uuid().optional().catch(undefined) })
const typed = z.string().max(20_000).catch('')

/** Takes the form of a decision about a comment, from the queue or from the comment's own page at the desk. */
export async function decideCommentAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = {
    note: typed.parse(fields.note),
    reason: typed.parse(fields.reason),
    back: typed.parse(fields.back),
    next: typed.parse(fields.next),
  }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = decisionInput.safeParse(fields)
  if (!input.success) {
    const wasTyped = input.error.issues.every(({ path }) => path[0] === 'reason' || path[0] === 'note')
    return wasTyped ? invalid(input.error, kept) : refused(words.refusals.malformed, kept)
  }
  const outcome = await decideComment(actor, input.data)
  if (!outcome.ok) {
    // The queue shows the new text beside the kept note.
    if (outcome.refusal === 'rewritten') refresh()
    if (outcome.refusal === 'no-such-reason') return otherReason(kept)
    const was = outcome.refusal === 'already-moved' ? await whoWasFaster(actor, input.data.commentId) : undefined
    return refused(was ?? words.refusals[outcome.refusal], kept)
  }
  const { back, next } = place.catch({}).parse(fields)
  redirect(afterDecision(back, outcome.value.id, next))
}

/**
 * Not sent to sign in, so that the note stays where it was typed. Without scripts no page of the desk could show it:
 * for a 401 the server gives the text back.
 */
async function signedOut(kept: Record<string, string>) {
  if (!(await headers()).has('next-action')) unauthorized()
  return refused(words.refusals['signed-out'], kept)
}

/** The reason was retired while the moderator wrote: the form shows those that are offered now. */
function otherReason(kept: Record<string, string>): FormState {
  refresh()
  const message = words.refusals['no-such-reason']
  return refused(message, kept, { reason: message })
}

/** Who did what in the meantime, in a sentence. */
async function whoWasFaster(actor: MemberActor, commentId: string) {
  const last = await readLastWord(commentId)
  if (last?.comment.standing === 'deleted') return `${words.refusals['author-deleted']} ${words.nothingChanged}`
  if (!last?.decision) return
  const { kind, actorId, actorName, createdAt } = last.decision
  const who = actorId === actor.id ? words.you : (actorName ?? words.someone)
  return `${words.didAt[kind](who, clockTime(createdAt))} ${words.nothingChanged}`
}
