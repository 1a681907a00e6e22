'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/auth/session'
import { ensureVisitor } from '@/auth/visitor'
import { takeFrom } from '@/db/rate-limit'
import type { Actor } from '@/domain/actor'
import { discussionPath, reportPath } from '@/domain/comment/addresses'
import { type CommentInput, commentInput } from '@/domain/comment/comment-input'
import { dropDraft, keepDraft } from '@/domain/comment/draft'
import { deleteComment, deleteInput, editComment, editInput } from '@/domain/comment/own-comment'
import { postComment } from '@/domain/comment/post-comment'
import { reportComment, reportInput } from '@/domain/comment/report-comment'
import { signInPath } from '@/lib/next-path'
import type { CommentRefusal } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { type FormState, invalid, refused } from './form-state'

const slug = z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u)
const typed = z.string().max(20_000).catch('')
const reportWords = moderationWords.report
const intent = z.enum(['post', 'preview', 'code', 'sign-in']).catch('post')

/**
 * Takes every comment form. What can't be posted is kept as a draft, and the discussion page shows it again with
 * the reason; so it does for a preview, for the confirmation code, and after the way through the sign-in.
 */
export async function postCommentAction(form: FormData) {
  const fields = Object.fromEntries(form)
  const article = slug.parse(fields.slug)
  const input = commentInput.parse(fields)
  const actor = await currentActor()
  const wish = intent.parse(fields.intent)
  if (wish !== 'post') return keepAndShow(article, input, wish)

  const outcome = await post(actor, input)
  if (!outcome.ok) return keepAndShow(article, input, outcome.refusal)
  await dropDraft(z.string().max(100).catch('').parse(fields.draft))
  redirect(discussionPath(article, { at: outcome.value.id }))
}

async function post(actor: Actor, input: CommentInput) {
  const visitor = await ensureVisitor()
  const taken =
    actor.id === null ? await takeFrom('comment-guest', visitor.addressHash) : await takeFrom('comment', actor.id)
  if (!taken.ok) return { ok: false, refusal: 'too-often' } as const
  return postComment(actor, input, { visitorKey: visitor.key, addressHash: visitor.addressHash })
}

async function keepAndShow(
  article: string,
  input: CommentInput,
  why: CommentRefusal | 'preview' | 'code' | 'sign-in',
): Promise<never> {
  const wishes: string[] = ['preview', 'code', 'sign-in']
  const draft = await keepDraft({
    articleId: input.articleId,
    parentId: input.parentId ?? null,
    name: input.name,
    email: input.email,
    text: input.text,
    refusal: wishes.includes(why) ? null : why,
    isPreview: why === 'preview',
  })
  const back = discussionPath(article, { draft })
  redirect(why === 'sign-in' ? signInPath(back) : back)
}

/** Changes the author's own waiting comment. */
export async function editCommentAction(form: FormData) {
  const fields = Object.fromEntries(form)
  const article = slug.parse(fields.slug)
  const input = editInput.parse(fields)
  const visitor = await ensureVisitor()
  const outcome = await editComment(await currentActor(), input, {
    visitorKey: visitor.key,
    addressHash: visitor.addressHash,
  })
  if (outcome.ok) redirect(discussionPath(article, { at: outcome.value.id }))
  const articleId = z.uuid().parse(fields.articleId)
  return keepAndShow(article, commentInput.parse({ articleId, text: input.text }), outcome.refusal)
}

/** Takes the author's own comment back. */
export async function deleteCommentAction(form: FormData) {
  const fields = Object.fromEntries(form)
  const article = slug.parse(fields.slug)
  const visitor = await ensureVisitor()
  const sender = { visitorKey: visitor.key, addressHash: visitor.addressHash }
  const outcome = await deleteComment(await currentActor(), deleteInput.parse(fields), sender)
  redirect(discussionPath(article, { said: outcome.ok ? 'deleted' : outcome.refusal }))
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
  const outcome = await reportComment(actor, input.data, { visitorKey: visitor.key, addressHash: visitor.addressHash })
  if (!outcome.ok) return refused(reportWords.refusals[outcome.refusal], kept)
  redirect(`${reportPath(input.data.commentId)}?said=${outcome.value.isFirst ? 'thanks' : 'again'}`)
}

function invalidReport(error: z.ZodError, kept: Record<string, string>) {
  if (error.issues.some(({ path }) => path[0] === 'commentId')) return refused(reportWords.refusals.malformed, kept)
  const told = invalid(error, kept)
  const isReasonMissing = told.status === 'refused' && told.fields?.reason
  return isReasonMissing ? { ...told, fields: { ...told.fields, reason: reportWords.reasonNeeded } } : told
}
