'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import type { z } from 'zod'
import { currentSender } from '@/auth/session'
import { type Actor, may, type Permission } from '@/domain/actor'
import { afterConversationChange, afterSettingsChange } from '@/domain/moderation/addresses'
import { changeConversation } from '@/domain/moderation/change-conversation'
import { changeSettings, decideDomain } from '@/domain/moderation/change-settings'
import { changedConversation, changedSettings, domainVerdict } from '@/domain/moderation/conversation-input'
import { conversationWords } from '@/lib/words/conversation'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = conversationWords

/** Takes the form of what is set for one article's conversation. */
export async function changeConversationAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, 'comment.decide', changedConversation, changeConversation, ({ slug }) =>
    afterConversationChange(slug, new Date()),
  )
}

/** Takes the form of what is set for all conversations. */
export async function changeSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, 'site.change', changedSettings, changeSettings, () => afterSettingsChange(new Date()))
}

/** Takes the form, and the buttons, by which a domain is allowed or denied. */
export async function decideDomainAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, 'comment.decide', domainVerdict, decideDomain, () => afterSettingsChange(new Date()))
}

type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Exclude<keyof typeof refusals, 'signed-out' | 'malformed'> }

async function take<Input, Value>(
  form: FormData,
  permission: Permission,
  schema: z.ZodType<Input>,
  act: (actor: Actor, input: Input) => Promise<Outcome<Value>>,
  backTo: (value: Value) => string,
): Promise<FormState> {
  const kept = keptOf(form)
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, permission)) forbidden()
  const input = schema.safeParse(Object.fromEntries(form))
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => path[0] === 'articleId' || path[0] === 'seen')
    return isDamaged ? refused(refusals.malformed, kept) : invalid(input.error, kept)
  }
  const outcome = await act(actor, input.data)
  if (outcome.ok) redirect(backTo(outcome.value))
  // The page shows what the colleague made of it, beside what was typed here.
  if (outcome.refusal === 'already-changed') refresh()
  return refused(refusals[outcome.refusal], kept)
}

/** What was typed and chosen, as short as any of it may be. */
const keptOf = (form: FormData) =>
  Object.fromEntries(
    fields.map((name) => {
      const typed = form.get(name)
      return [name, typeof typed === 'string' ? typed.slice(0, 2000) : '']
    }),
  )

const fields = [
  ...['mode', 'closeAfter', 'seconds', 'cool', 'note', 'domain', 'verdict'],
  ...['isReadOnly', 'closeAfterDays', 'heldFirst', 'mostLinks', 'heatedReports', 'heatedSeconds'],
]
