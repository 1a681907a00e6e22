'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { hintAtGuest } from '@/auth/hint'
import { senderOf } from '@/auth/sender'
import { currentActor } from '@/auth/session'
import { ensureVisitor, type Visitor } from '@/auth/visitor'
import { hasArticle } from '@/db/queries/comment-changes'
import { listOwnSanctions } from '@/db/queries/sanctions'
import { takeFrom } from '@/db/rate-limit'
import type { Actor } from '@/domain/actor'
import { blockSentence } from '@/domain/block/block-sentence'
import { meetBlock } from '@/domain/block/meet-block'
import { discussionPath, reportPath } from '@/domain/comment/addresses'
import { type CommentInput, commentInput, trapField } from '@/domain/comment/comment-input'
import { deleteComment, deleteInput, undeleteComment } from '@/domain/comment/delete-comment'
import { dropDraft, keepDraft } from '@/domain/comment/draft'
import { editComment, editInput } from '@/domain/comment/edit-comment'
import { postComment } from '@/domain/comment/post-comment'
import { reportComment, reportInput } from '@/domain/comment/report-comment'
import type { Sender } from '@/domain/comment/sender'
import { saidAnchor } from '@/domain/said-anchor'
import { heldBackBy, sanctionSentence } from '@/domain/sanction/sanction-sentence'
import { log } from '@/lib/log'
import { signInPath } from '@/lib/next-path'
import type { CommentRefusal } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'

const slug = z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u)
const typed = z
  .string()
  .transform((text) => text.slice(0, 100_000))
  .catch('')
const token = z.string().max(100).catch('')
const reportWords = moderationWords.report
const intent = z.enum(['post', 'preview', 'code', 'sign-in']).catch('post')

/**
 * Takes every comment form. What can't be posted is kept as a draft, and the discussion page shows it again with
 * the reason; so it does for a preview, for the confirmation code, and after the way through the sign-in.
 */
export async function postCommentAction(form: FormData) {
  const fields = Object.fromEntries(form)
  const { article, input } = readForm(commentInput, fields)
  if (fields[trapField]) letGo(article, input.articleId)
  const actor = await currentActor()
  const wish = intent.parse(fields.intent)
  if (wish !== 'post') return keepAndShow(article, actor, input, wish)

  const outcome = await post(actor, input)
  if (!outcome.ok) return keepAndShow(article, actor, input, outcome.refusal)
  if (actor.id === null) await hintAtGuest()
  await forgetDraft(fields.draft)
  redirect(discussionPath(article, { at: outcome.value.id }))
}

/** A program that fills in what no person sees is not told that nothing was stored. */
function letGo(article: string, articleId: string): never {
  log.warn({ articleId }, 'a comment was refused: its form was filled in by a program')
  redirect(discussionPath(article))
}

/** A form of ours never fails here. Of others the sender is told that there is nothing to write to, and gets the text back. */
function readForm<Input>(schema: z.ZodType<Input>, fields: Record<string, FormDataEntryValue>) {
  const [article, input] = [slug.safeParse(fields.slug), schema.safeParse(fields)]
  if (!article.success || !input.success) notFound()
  return { article: article.data, input: input.data }
}

async function post(actor: Actor, input: CommentInput) {
  const visitor = await ensureVisitor()
  if (await writesTooOften(actor, visitor)) return tooOften
  const sender = await senderOf(visitor)
  return (await refusalOfBlock(actor, visitor, sender, input.email)) ?? postComment(actor, input, sender)
}

/** Nothing, where no block keeps whoever sends the form from it. */
async function refusalOfBlock(actor: Actor, { address }: Visitor, { addressHash }: Sender, email?: string) {
  const guestEmail = actor.id === null ? email : undefined
  const block = await meetBlock(actor, { address, senderHash: addressHash, email: guestEmail })
  if (!block) return
  const isOfEmail = block.kind === 'email' || block.kind === 'domain'
  return { ok: false, refusal: isOfEmail ? 'email-blocked' : 'blocked', block } as const
}

const tooOften = { ok: false, refusal: 'too-often' } as const

/** Counts what a person writes, be it new, changed, or put back. */
async function writesTooOften(actor: Actor, visitor: Visitor) {
  const taken =
    actor.id === null ? await takeFrom('comment-guest', visitor.addressHash) : await takeFrom('comment', actor.id)
  return !taken.ok
}

type Why = CommentRefusal | 'preview' | 'code' | 'sign-in'
type Typed = Pick<CommentInput, 'articleId' | 'parentId' | 'name' | 'email' | 'text'>

const wishes: ReadonlySet<Why> = new Set(['preview', 'code', 'sign-in'])

async function keepAndShow(article: string, actor: Actor, typed: Typed, why: Why, edit?: string): Promise<never> {
  const visitor = await ensureVisitor()
  const taken = await takeFrom('draft', actor.id ?? visitor.addressHash)
  // The server gives the text back on a page of its own.
  if (!taken.ok || !(await hasArticle(typed.articleId))) notFound()
  const draft = await keepDraft({
    articleId: typed.articleId,
    parentId: typed.parentId ?? null,
    name: typed.name,
    email: typed.email,
    text: typed.text,
    refusal: wishes.has(why) ? null : why,
    isPreview: why === 'preview',
  })
  const back = discussionPath(article, { draft, ...(edit ? { edit } : {}) })
  redirect(why === 'sign-in' ? signInPath(back) : back)
}

async function forgetDraft(named: FormDataEntryValue | undefined) {
  const draft = token.parse(named)
  if (draft) await dropDraft(draft)
}

/** Changes the author's own comment. What can't be changed comes back as a new comment's text does. */
export async function editCommentAction(form: FormData) {
  const fields = Object.fromEntries(form)
  const { article, input } = readForm(editInput.extend({ articleId: z.uuid() }), fields)
  const [actor, visitor] = [await currentActor(), await ensureVisitor()]
  const typed = { articleId: input.articleId, parentId: undefined, name: '', email: '', text: input.text }
  if (intent.parse(fields.intent) === 'preview') return keepAndShow(article, actor, typed, 'preview', input.commentId)
  const isTooOften = await writesTooOften(actor, visitor)
  const sender = await senderOf(visitor)
  const outcome = isTooOften
    ? tooOften
    : ((await refusalOfBlock(actor, visitor, sender)) ?? (await editComment(actor, input, sender)))
  if (!outcome.ok) return keepAndShow(article, actor, typed, outcome.refusal, input.commentId)
  await forgetDraft(fields.draft)
  redirect(discussionPath(article, { at: outcome.value.id }))
}

/** Takes the author's own comment back. */
export async function deleteCommentAction(form: FormData) {
  const { article, input } = readForm(deleteInput, Object.fromEntries(form))
  const visitor = await ensureVisitor()
  const outcome = await deleteComment(await currentActor(), input, await senderOf(visitor))
  redirect(discussionPath(article, { at: input.commentId, said: outcome.ok ? 'deleted' : outcome.refusal }))
}

/** Takes that back. */
export async function undeleteCommentAction(form: FormData) {
  const { article, input } = readForm(deleteInput, Object.fromEntries(form))
  const [actor, visitor] = [await currentActor(), await ensureVisitor()]
  const isTooOften = await writesTooOften(actor, visitor)
  const outcome = isTooOften ? tooOften : await undeleteComment(actor, input, await senderOf(visitor))
  redirect(discussionPath(article, { at: input.commentId, ...(!outcome.ok && { said: outcome.refusal }) }))
}

/** Takes a reader's report of a comment. */
export async function reportCommentAction(_: FormState, form: FormData): Promise<FormState> {
  const fields = Object.fromEntries(form)
  const kept = { reason: typed.parse(fields.reason), note: typed.parse(fields.note) }
  const input = reportInput.safeParse(fields)
  if (!input.success) return invalidReport(input.error, kept)

  const [actor, visitor] = [await currentActor(), await ensureVisitor()]
  const taken = await takeFrom('report', actor.id ?? visitor.addressHash)
  if (!taken.ok) return refused(reportWords.refusals['too-often'], kept)
  const sender = await senderOf(visitor)
  const blocked = await refusalOfBlock(actor, visitor, sender)
  if (blocked) return refused(`${blockSentence(blocked.block)} ${reportWords.kept}`, kept)
  const outcome = await reportComment(actor, input.data, sender)
  if (!outcome.ok) {
    const message =
      (outcome.refusal === 'not-allowed' && (await whyHeldBack(actor))) || reportWords.refusals[outcome.refusal]
    if (outcome.refusal !== 'no-such-reason') return refused(message, kept)
    refresh()
    return refused(message, kept, { reason: message })
  }
  redirect(`${reportPath(input.data.commentId)}?said=${outcome.value.isFirst ? 'thanks' : 'again'}#${saidAnchor}`)
}

/** What somebody is told whom a sanction holds back. */
async function whyHeldBack(actor: Actor) {
  const because = actor.id === null ? undefined : heldBackBy(await listOwnSanctions(actor.id))
  return because && `${sanctionSentence(because)} ${reportWords.kept}`
}

function invalidReport(error: z.ZodError, kept: Record<string, string>) {
  if (error.issues.some(({ path }) => path[0] === 'commentId')) return refused(reportWords.refusals.malformed, kept)
  const told = invalid(error, kept)
  const isReasonMissing = told.status === 'refused' && told.fields?.reason
  return isReasonMissing ? { ...told, fields: { ...told.fields, reason: reportWords.reasonNeeded } } : told
}
