import type { Tx } from '@/db/client'
import { findArticleToComment } from '@/db/queries/comment-changes'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { limitsUnder } from '../sanction/limits'
import { readFacts, type Unscreened } from '../screening/read-facts'
import { screen } from '../screening/screen'
import { longestComment } from './comment-input'
import { countLinks } from './text/comment-text'

// What posting and editing ask alike, so that nothing is edited in that could not have been posted.

export const mostLinks = 5

export const mayWrite = (actor: Actor) => may(actor, actor.id === null ? 'comment.post-as-guest' : 'comment.post')

export function findTextFault(text: string) {
  if (text === '') return 'empty'
  if (text.length > longestComment) return 'too-long'
  if (countLinks(text) > mostLinks) return 'too-many-links'
}

/** Whether the article takes comments, and how this one would stand. */
export async function vetComment(actor: Actor, comment: { articleId: string } & Unscreened, now: Date, tx: Tx) {
  const [article, limits] = await Promise.all([
    findArticleToComment(comment.articleId, now, tx),
    limitsUnder(actor, comment.articleId, now, tx),
  ])
  if (!article) return refuse('no-such-article')
  if (article.closedBecause) return refuse(refusals[article.closedBecause])
  if (limits.isMuted) return refuse('muted')
  if (limits.isWarningUnread) return refuse('warning-unread')
  const { isPremoderated } = limits
  return done({ article, screened: screen(await readFacts(actor, { ...comment, isPremoderated }, article, now, tx)) })
}

const refusals = { closed: 'comments-closed', over: 'comments-over', 'read-only': 'comments-paused' } as const
