'use server'

import { refresh } from 'next/cache'
import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { currentSender } from '@/auth/session'
import { type Actor, may } from '@/domain/actor'
import { afterListChange } from '@/domain/word-filter/addresses'
import { addList, addTerms, removeTerms, setMode } from '@/domain/word-filter/change-list'
import { startTrial } from '@/domain/word-filter/try-list'
import { longestPaste, modeInput, newListInput, termsInput, trialInput } from '@/domain/word-filter/word-list-input'
import { filterWords } from '@/lib/words/filter'
import { type FormState, invalid, refused } from './form-state'
import { sentFile } from './sent-picture'
import { signedOut } from './signed-out'

const { refusals, faults, fileAgain } = filterWords
const typed = z.string().max(longestPaste).catch('')

/** Takes the form of a further list. */
export async function addListAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, newListInput, 'added', addList)
}

/** Takes the form that puts terms into a list. */
export async function addTermsAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, termsInput, 'terms-added', addTerms)
}

/** Takes the form that takes terms out of a list. */
export async function removeTermsAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, termsInput, 'terms-removed', removeTerms)
}

/** Takes the buttons that switch a list. */
export async function setModeAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, modeInput, String(form.get('mode')), setMode)
}

/** Takes the button that has a list tried. */
export async function startTrialAction(_: FormState, form: FormData): Promise<FormState> {
  return take(form, trialInput, 'trying', startTrial)
}

type Refusal = keyof typeof refusals
type Outcome =
  | { ok: true; value: { id: string } }
  | { ok: false; refusal: Exclude<Refusal, 'signed-out' | 'malformed'> }

async function take<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  done: string,
  act: (actor: Actor, input: Input) => Promise<Outcome>,
): Promise<FormState> {
  const kept = {
    name: typed.parse(form.get('name')),
    level: typed.parse(form.get('level')),
    terms: typed.parse(form.get('terms')),
  }
  const file = sentFile(form)
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(refusals['signed-out'], kept)
  if (!may(actor, 'filter.change')) forbidden()

  if (file && file.size > longestPaste) return refused(faults.tooLong, kept, { file: faults.tooLong })
  const input = schema.safeParse({ ...Object.fromEntries(form), terms: await termsSent(form, file) })
  if (!input.success) {
    const isDamaged = input.error.issues.some(({ path }) => ['listId', 'mode', 'seenVersion'].includes(String(path[0])))
    return isDamaged ? refused(refusals.malformed, kept) : withFile(invalid(input.error, kept), file)
  }
  const outcome = await act(actor, input.data)
  if (outcome.ok) redirect(afterListChange(outcome.value.id, done, new Date()))
  // The page shows how the list stands now.
  if (outcome.refusal === 'already-changed') refresh()
  const message = refusals[outcome.refusal]
  const fields = outcome.refusal === 'name-taken' ? { name: message } : undefined
  return withFile(refused(message, kept, fields), file)
}

/** What was pasted and what the file has, as one list. */
async function termsSent(form: FormData, file: File | undefined) {
  const pasted = z.string().catch('').parse(form.get('terms'))
  return file ? `${pasted}\n${await file.text()}` : pasted
}

/** A form that comes back has no file any more. */
function withFile(state: FormState, file: File | undefined): FormState {
  if (state.status !== 'refused' || !file) return state
  return { ...state, fields: { ...(state.fields ?? { form: state.message }), file: fileAgain } }
}
