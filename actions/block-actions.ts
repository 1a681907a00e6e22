'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { afterBlock } from '@/domain/block/addresses'
import { blockInput, liftBlockInput } from '@/domain/block/block-input'
import { enterBlock } from '@/domain/block/enter-block'
import { liftBlock } from '@/domain/block/lift-block'
import { blockWords } from '@/lib/words/block'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = blockWords
const typed = z.string().max(20_000).catch('')

/** The field of which a refusal speaks. */
const fieldOf: Partial<Record<keyof typeof refusals, string>> = {
  'no-such-thing': 'what',
  'too-wide': 'what',
  'of-staff': 'what',
  'blocked-already': 'what',
  'no-such-reason': 'reason',
  'no-date': 'until',
  'date-past': 'until',
  'date-far': 'until',
}

/** Takes the form by which a moderator blocks something. */
export async function enterBlockAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const names = ['what', 'reason', 'note', 'length', 'until']
  const kept = Object.fromEntries(names.map((name) => [name, typed.parse(fields[name])]))
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = blockInput.safeParse(fields)
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => path[0] === 'commentId')
    return isDamaged ? refused(refusals.malformed, kept) : invalid(input.error, kept)
  }
  const now = new Date()
  const outcome = await enterBlock(actor, input.data, now)
  if (outcome.ok) redirect(afterBlock('entered', now))
  const [message, field] = [refusals[outcome.refusal], fieldOf[outcome.refusal]]
  // The form of a comment's network has no field for what is blocked.
  const isOfField = field && !(field === 'what' && input.data.commentId)
  return refused(message, kept, isOfField ? { [field]: message } : undefined)
}

/** Takes the form by which a moderator ends a block before its time. */
export async function liftBlockAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { note: typed.parse(fields.note) }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = liftBlockInput.safeParse(fields)
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => path[0] === 'blockId')
    return isDamaged ? refused(refusals.malformed, kept) : invalid(input.error, kept)
  }
  const now = new Date()
  const outcome = await liftBlock(actor, input.data, now)
  if (outcome.ok) redirect(afterBlock('lifted', now))
  if (outcome.refusal === 'already-over') refresh()
  return refused(refusals[outcome.refusal], kept)
}
