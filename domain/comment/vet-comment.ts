import type { Tx } from '@/db/client'
import { findArticleToComment, hasBeenVisible } from '@/db/queries/comment-changes'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { longestComment } from './comment-input'
import { firstStanding } from './first-standing'
import { countLinks } from './text/comment-text'

// What posting and editing ask alike, so that nothing is edited in that could not have been posted.

export const mostLinks = 5

export const mayWrite = (actor: Actor) => may(actor, actor.id === null ? 'comment.post-as-guest' : 'comment.post')

export function findTextFault(text: string) {
  if (text === '') return 'empty'
  if (text.length > longestComment) return 'too-long'
  if (countLinks(text) > mostLinks) return 'too-many-links'
}

/** Whether the article takes comments, and how this one would stand. `id` is that of one which is there already. */
export async function vetComment(actor: Actor, comment: { articleId: string; id?: string }, now: Date, tx: Tx) {
  const [article, wasVisible] = await Promise.all([
    findArticleToComment(comment.articleId, now, tx),
    actor.id !== null && hasBeenVisible(actor.id, comment.id, tx),
  ])
  if (!article) return refuse('no-such-article')
  if (!article.commentsOpen) return refuse('comments-closed')
  return done({ article, first: firstStanding(actor, wasVisible) })
}
