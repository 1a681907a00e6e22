'use server'

import { redirect, unauthorized } from 'next/navigation'
import { z } from 'zod'
import { askForLetter } from '@/auth/ask-for-letter'
import { leaveBrowser } from '@/auth/enter-browser'
import { signInAs, signInByToken } from '@/auth/redeem'
import { currentActor, currentSender } from '@/auth/session'
import { trySignInCode } from '@/auth/sign-in-code'
import { currentVisitor } from '@/auth/visitor'
import { deleteSessionOf } from '@/db/queries/sign-in'
import { takeFrom } from '@/db/rate-limit'
import { blockSentence } from '@/domain/block/block-sentence'
import { changeName } from '@/domain/member/change-name'
import { redeemOwnerLink } from '@/domain/member/owner-link'
import { publicName } from '@/domain/member/public-name'
import { codeInput, letterInput, linkInput, ownerLinkInput } from '@/domain/member/sign-in-input'
import { signInPath } from '@/lib/next-path'
import { accountWords } from '@/lib/words/account'
import { type FormState, invalid, refused } from './form-state'
import { signedOut } from './signed-out'

const codeRefusals = {
  'no-code': accountWords.check.noCode,
  'wrong-code': accountWords.check.wrongCode,
  'code-dead': accountWords.check.deadCode,
  'too-many-codes': accountWords.check.tooManyCodes,
} as const

const nameRefusals = {
  'not-allowed': accountWords.account.notAllowed,
  'name-taken': accountWords.account.nameTaken,
  'too-many-names': accountWords.account.tooManyNames,
} as const

/** Has a letter sent. The answer says nothing about who has an account here. */
export async function askForLetterAction(_: FormState, form: FormData): Promise<FormState> {
  const kept = { email: textOf(form, 'email') }
  const input = letterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, kept)

  const asked = await askForLetter(input.data.email, input.data.next)
  if (asked.ok) redirect(signInPath(input.data.next, '/check'))
  if (asked.why === 'too-often') return refused(accountWords.signIn.tooManyLetters(asked.retryAfterSeconds), kept)
  const message = blockSentence(asked.block)
  return refused(message, kept, { email: message })
}

export async function typeCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const input = codeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, {})
  const tooMany = await refusalOfTooMany()
  if (tooMany) return tooMany

  const outcome = await trySignInCode((await currentVisitor()).key, input.data.code)
  if (!outcome.ok) return refused(codeRefusals[outcome.refusal])
  const { email, token } = outcome.value
  if (!(await signInByToken(email, token))) return refused(accountWords.confirm.dead)
  redirect(input.data.next ?? '/account')
}

export async function confirmLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const input = linkInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(accountWords.confirm.dead)
  const tooMany = await refusalOfTooMany()
  if (tooMany) return tooMany

  const { email, token, next } = input.data
  if (!(await signInByToken(email, token))) return refused(accountWords.confirm.dead)
  redirect(next ?? '/account')
}

export async function ownerLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const input = ownerLinkInput.safeParse(Object.fromEntries(form))
  if (!input.success) return refused(accountWords.ownerLink.dead)
  const tooMany = await refusalOfTooMany()
  if (tooMany) return tooMany

  const outcome = await redeemOwnerLink(input.data.token)
  if (!outcome.ok) return refused(accountWords.ownerLink.dead)
  await signInAs(outcome.value.userId)
  redirect('/account')
}

/** Whose session ended by itself has no form of it to send, and is signed out all the same. */
export async function signOutAction(form: FormData) {
  if ((await currentSender(form)).id === null && (await currentActor()).id !== null) unauthorized()
  await leaveBrowser()
  redirect('/')
}

/** Signs one of the person's browsers out; the one they look from is left like any other. */
export async function endSessionAction(form: FormData) {
  const actor = await currentSender(form)
  if (actor.id === null) unauthorized()
  await deleteSessionOf(actor.id, textOf(form, 'session'))
  redirect('/account?done=session')
}

export async function changeNameAction(_: FormState, form: FormData): Promise<FormState> {
  const kept = { name: textOf(form, 'name') }
  const actor = await currentSender(form)
  if (actor.id === null) return signedOut(accountWords.account.signedOut, kept)
  const input = z.object({ name: publicName }).safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, kept)

  const outcome = await changeName(actor, input.data.name)
  if (outcome.ok) redirect('/account?done=name')
  if (outcome.refusal === 'too-often')
    return refused(accountWords.account.tooManyChanges(outcome.retryAfterSeconds), kept)
  const message = nameRefusals[outcome.refusal]
  return refused(message, kept, outcome.refusal === 'name-taken' ? { name: message } : {})
}

async function refusalOfTooMany() {
  const allowance = await takeFrom('sign-in-redeem', (await currentVisitor()).addressHash)
  return allowance.ok ? undefined : refused(accountWords.signIn.tooManyTries(allowance.retryAfterSeconds))
}

function textOf(form: FormData, field: string) {
  const value = form.get(field)
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}
