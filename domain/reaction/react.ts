import { invalidate, tags, transact } from '@/db/invalidate'
import { findArticleToComment, findComment } from '@/db/queries/comment-changes'
import { type ReactionValue, setArticleReaction, setCommentReaction } from '@/db/queries/reactions'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

export type ReactionInput = { targetId: string; to: ReactionValue | null }

/** Likes or dislikes an article, or takes the reaction back. Doing it twice changes nothing. */
export async function reactToArticle(actor: Actor, { targetId, to }: ReactionInput, now = new Date()) {
  if (!may(actor, 'article.react') || actor.id === null) return refuse('not-allowed')
  const memberId = actor.id
  return transact(async (tx) => {
    const article = await findArticleToComment(targetId, now, tx)
    if (!article) return refuse('no-such-article')
    await setArticleReaction(article.id, memberId, to, tx)
    await invalidate(tx, [tags.counts(article.id)], 'soon')
    return done({ slug: article.slug })
  })
}

/** Likes or dislikes somebody else's comment, or takes the reaction back. */
export async function reactToComment(actor: Actor, { targetId, to }: ReactionInput, now = new Date()) {
  if (!may(actor, 'comment.react') || actor.id === null) return refuse('not-allowed')
  const memberId = actor.id
  return transact(async (tx) => {
    const comment = await findComment(targetId, tx)
    if (comment?.standing !== 'visible' || !(await findArticleToComment(comment.articleId, now, tx)))
      return refuse('no-such-comment')
    if (comment.memberId === memberId) return refuse('own-comment')
    await setCommentReaction(comment.id, memberId, to, tx)
    await invalidate(tx, [tags.counts(comment.articleId)], 'soon')
    return done({ slug: comment.slug })
  })
}
