import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { findArticleToComment, findComment } from '@/db/queries/comment-changes'
import {
  countCrowd,
  countReactions,
  deleteReaction,
  insertReaction,
  lockCrowd,
  noChange,
  setCrowdAside,
  sumOf,
  type Target,
  type Whose,
} from '@/db/queries/reaction-changes'
import type { ReactionValue } from '@/db/queries/reactions'
import { env } from '@/lib/env'
import { type Actor, may } from '../actor'
import type { Sender } from '../comment/sender'
import { done, refuse } from '../outcome'
import { limitsUnder } from '../sanction/limits'
import { crowdMoments, suspectedSince } from './crowd'

export type ReactionInput = { targetId: string; to: ReactionValue | null }

/** Likes or dislikes an article, or takes the reaction back. Doing it twice changes nothing. */
export async function reactToArticle(actor: Actor, input: ReactionInput, sender: Sender, now = new Date()) {
  const whose = whoReacts(actor, 'article.react', sender)
  if (!whose) return refuse('not-allowed')
  return transact(async (tx) => {
    const article = await findArticleToComment(input.targetId, now, tx)
    if (!article) return refuse('no-such-article')
    if ((await limitsUnder(actor, article.id, now, tx)).isMuted) return refuse('muted')
    await setReaction({ kind: 'article', id: article.id }, article.id, whose, input.to, now, tx)
    return done({ slug: article.slug })
  })
}

/** Likes or dislikes somebody else's comment, or takes the reaction back. */
export async function reactToComment(actor: Actor, input: ReactionInput, sender: Sender, now = new Date()) {
  const whose = whoReacts(actor, 'comment.react', sender)
  if (!whose) return refuse('not-allowed')
  return transact(async (tx) => {
    const comment = await findComment(input.targetId, tx)
    if (comment?.standing !== 'visible' || !(await findArticleToComment(comment.articleId, now, tx)))
      return refuse('no-such-comment')
    if (isOwn(comment, actor, sender)) return refuse('own-comment')
    if ((await limitsUnder(actor, comment.articleId, now, tx)).isMuted) return refuse('muted')
    await setReaction({ kind: 'comment', id: comment.id }, comment.articleId, whose, input.to, now, tx)
    return done({ slug: comment.slug })
  })
}

/** Whose reaction it is; nobody's where the person may not react, or is a stranger whom the paper does not ask. */
function whoReacts(actor: Actor, permission: 'article.react' | 'comment.react', sender: Sender): Whose | undefined {
  if (actor.id !== null) return may(actor, permission) ? { memberId: actor.id } : undefined
  if (!may(actor, 'react-as-guest') || env().whoReacts !== 'everyone' || !sender.visitorKey) return
  return { visitorKey: sender.visitorKey, senderHash: sender.addressHash }
}

/** A member's own, or written in the same browser: signing in, or out, makes nobody another person. */
function isOwn(comment: { memberId: string | null; guestKey: string | null }, actor: Actor, { visitorKey }: Sender) {
  const isMembers = actor.id !== null && comment.memberId === actor.id
  return isMembers || (visitorKey !== null && comment.guestKey === visitorKey)
}

async function setReaction(
  target: Target,
  articleId: string,
  whose: Whose,
  to: ReactionValue | null,
  now: Date,
  tx: Tx,
) {
  const suspected = 'visitorKey' in whose && to ? await suspicionOf(target, whose, now, tx) : undefined
  const gone = await deleteReaction(target, whose, tx)
  const come = to
    ? await insertReaction(target, { ...whose, value: to, isSetAside: suspected !== undefined, createdAt: now }, tx)
    : noChange
  const aside = suspected && 'visitorKey' in whose ? await setCrowdAside(target, whose, suspected, tx) : noChange
  // From the counters on their row is locked: they are changed last, and go out together with the invalidation.
  await Promise.all([
    invalidate(tx, [tags.counts(articleId)], 'soon'),
    countReactions(target, sumOf(gone, come, aside), tx),
  ])
}

async function suspicionOf(target: Target, whose: Extract<Whose, { visitorKey: string }>, now: Date, tx: Tx) {
  await lockCrowd(target, whose, tx)
  return suspectedSince(await countCrowd(target, whose, crowdMoments(now), tx), now)
}
