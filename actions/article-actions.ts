'use server'

import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { currentSender } from '@/auth/session'
import { findDeskArticle } from '@/db/queries/desk-articles'
import { type MemberActor, may } from '@/domain/actor'
import { type ArticleForm, articleForm, inputOf } from '@/domain/article/article-form'
import type { Body } from '@/domain/article/body/body'
import { afterForm } from '@/domain/article/desk-addresses'
import { publishArticle, scheduleArticle } from '@/domain/article/publish-article'
import { saveArticle } from '@/domain/article/save-article'
import { withdrawArticle, withdrawInput } from '@/domain/article/withdraw-article'
import { rewordPicture } from '@/domain/media/take-in-picture'
import { done } from '@/domain/outcome'
import { env } from '@/lib/env'
import { newsroomWords } from '@/lib/words/newsroom'
import { momentInZone } from '@/lib/zoned-time'
import { type FormState, invalid, refused } from './form-state'
import { isPictureMissing, sentFile, takeSentPicture, withFaults } from './sent-picture'

export type DeskState = FormState | { status: 'preview'; kept: Record<string, string>; body: Body }

type Kept = Record<string, string>
type Refusal = keyof typeof newsroomWords.refusals

const { refusals, faults } = newsroomWords

/** Saves the form of an article and does what its button says. What was typed comes back with every refusal. */
export async function editArticleAction(_: DeskState, form: FormData): Promise<DeskState> {
  const [typed, file] = [keptOf(form), sentFile(form)]
  const who = await writer(form)
  if ('refusal' in who) {
    return withFaults(refused(refusals[who.refusal], typed), file ? { file: newsroomWords.form.fileAgain } : {})
  }
  const { actor } = who
  const sent = await takeSentPicture(actor, typed, file)
  const { kept } = sent
  const read = articleForm.safeParse({ ...kept, authorIds: form.getAll('authorIds') })
  if (!read.success) return withFaults(invalidForm(read.error, kept), sent.faults)
  const [fault] = Object.values(sent.faults)
  if (fault) return { status: 'refused', message: fault, kept, fields: sent.faults }

  const input = read.data
  if (isPictureMissing(input)) return refusedAt('file', faults.wordsWithoutPicture, kept)
  const at = input.intent === 'schedule' ? momentInZone(input.scheduleAt, env().timeZone) : undefined
  if (input.intent === 'schedule' && !at) return refusedAt('scheduleAt', faults.badTime, kept)
  if (input.intent === 'preview') return { status: 'preview', kept, body: input.body }

  const picture = await keepPicture(actor, input)
  if (!picture.ok) return refusedFor(picture.refusal, kept)
  const saved = await saveArticle(actor, inputOf(input, picture.value))
  if (!saved.ok) return refusedFor(saved.refusal, await withLatest(saved.refusal, input, kept))
  redirect(afterForm(saved.value.id, await goOn(actor, input, saved.value.no, at)))
}

/** Takes a published article out of the paper. */
export async function withdrawArticleAction(_: FormState, form: FormData): Promise<FormState> {
  const kept = { reason: textOf(form, 'reason') }
  const who = await writer(form)
  if ('refusal' in who) return refused(refusals[who.refusal], kept)
  const { actor } = who
  const input = withdrawInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, kept)
  if (!form.get('confirmed')) return refusedAt('confirmed', newsroomWords.withdraw.unconfirmed, kept)

  const outcome = await withdrawArticle(actor, input.data)
  if (!outcome.ok) return refusedFor(outcome.refusal, kept)
  redirect(afterForm(input.data.articleId, { said: 'withdrawn' }))
}

/**
 * Who writes, or why they may not. Without scripts the page around the form would refuse them too, and forget the
 * text: there the server's own page gives it back.
 */
async function writer(form: FormData): Promise<{ actor: MemberActor } | { refusal: 'signed-out' | 'not-allowed' }> {
  const actor = await currentSender(form)
  if (actor.id !== null && may(actor, 'article.write')) return { actor }
  if (!(await headers()).has('next-action')) forbidden()
  return { refusal: actor.id === null ? 'signed-out' : 'not-allowed' }
}

async function goOn(actor: MemberActor, { intent, articleId, isMinor }: ArticleForm, versionNo: number, at?: Date) {
  const what = { articleId, versionNo, isMinor }
  if (intent === 'publish') return told('published', await publishArticle(actor, what))
  if (intent === 'schedule' && at) return told('scheduled', await scheduleArticle(actor, { ...what, at }))
  return { said: 'saved' }
}

function told(said: string, outcome: { ok: true } | { ok: false; refusal: Refusal }) {
  return outcome.ok ? { said } : { refused: outcome.refusal }
}

/** The picture that the article is to have, with its words as they are now, or none. */
async function keepPicture(actor: MemberActor, { pictureId, removePicture, alt, credit }: ArticleForm) {
  if (!pictureId || removePicture) return done(null)
  const reworded = await rewordPicture(actor, pictureId, { alt, credit })
  return reworded.ok ? done(reworded.value.id) : reworded
}

async function withLatest(refusal: Refusal, { articleId }: ArticleForm, kept: Kept): Promise<Kept> {
  if (refusal !== 'saved-meanwhile') return kept
  const latest = await findDeskArticle(articleId)
  return { ...kept, latestNo: String(latest?.versionNo ?? '') }
}

const fieldOf: Partial<Record<Refusal, string>> = {
  'no-headline': 'headline',
  'no-section': 'sectionId',
  'no-such-section': 'sectionId',
  'no-such-author': 'newAuthors',
  'no-such-picture': 'file',
  'no-alt': 'alt',
  'no-credit': 'credit',
  'no-reason': 'reason',
}

function refusedFor(refusal: Refusal, kept: Kept): FormState {
  const field = fieldOf[refusal]
  return field ? refusedAt(field, refusals[refusal], kept) : refused(refusals[refusal], kept)
}

const refusedAt = (field: string, fault: string, kept: Kept): FormState => ({
  status: 'refused',
  message: fault,
  kept,
  fields: { [field]: fault },
})

/** A hidden field that is wrong is nobody's typing: then the form itself is not what was drawn. */
function invalidForm(error: Parameters<typeof invalid>[0], kept: Kept): FormState {
  const hidden = new Set(['intent', 'articleId', 'basedOn', 'over', 'pictureId', 'language', 'authorIds'])
  const isMalformed = error.issues.some(({ path }) => hidden.has(String(path[0])))
  return isMalformed ? refused(faults.malformed, kept) : invalid(error, kept)
}

const names = Object.keys(articleForm.shape)

function keptOf(form: FormData): Kept {
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name)]))
  return {
    ...typed,
    authorIds: form
      .getAll('authorIds')
      .filter((id) => typeof id === 'string')
      .join(','),
  }
}

function textOf(form: FormData, field: string) {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
