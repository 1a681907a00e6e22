'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { afterAct, afterDecision, deskPath } from '@/domain/moderation/addresses'
import { decideMany, manyInput } from '@/domain/moderation/decide-many'
import { queueQuestion } from '@/domain/moderation/queue-question'
import { undoAct, undoInput } from '@/domain/moderation/undo-act'
import { deskWords } from '@/lib/words/desk'
import { moderationWords } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const { refusals } = moderationWords
const typed = z.string().max(20_000).catch('')
const place = z.object({ back: z.string().max(1000).optional(), next: z.uuid().optional().catch(undefined) })

/** Takes the form that decides the same about many comments. */
export async function decideManyAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = { ...Object.fromEntries(form), ticked: form.getAll('ticked') }
  const back = typed.parse(form.get('back'))
  const kept = {
    note: typed.parse(form.get('note')),
    reason: typed.parse(form.get('reason')),
    which: typed.parse(form.get('which')),
  }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'moderation.see')) forbidden()

  const input = manyInput.safeParse(fields)
  if (!input.success) {
    const wasTyped = input.error.issues.every(({ path }) => ['reason', 'note', 'ticked'].includes(String(path[0])))
    return wasTyped ? invalid(input.error, kept) : refused(refusals.malformed, kept)
  }
  const outcome = await decideMany(actor, queueQuestion(questionIn(back)), input.data)
  if (!outcome.ok) return refused(refusals[outcome.refusal], kept)
  redirect(afterAct(back, outcome.value.actId, outcome.value.left))
}

const questionIn = (back: string) =>
  Object.fromEntries(URL.parse(back, `http://here.invalid${deskPath}`)?.searchParams ?? [])

/** Takes the button that undoes what was decided in one go. */
export async function undoActAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'])
  if (!may(actor, 'moderation.see')) forbidden()

  const fields = Object.fromEntries(form)
  const input = undoInput.safeParse(fields)
  if (!input.success) return refused(refusals.malformed)
  const outcome = await undoAct(actor, input.data)
  if (!outcome.ok)
    return refused(
      outcome.refusal === 'not-allowed' ? refusals['not-allowed'] : deskWords.act.refusals[outcome.refusal],
    )
  const { actId, decided, left, commentIds } = outcome.value
  if (decided === 0) return refused(deskWords.act.refusals['nothing-undone'])
  const { back, next } = place.catch({}).parse(fields)
  const [only, ...others] = commentIds
  redirect(only && others.length === 0 ? afterDecision(back, only, next) : afterAct(back, actId, left))
}
