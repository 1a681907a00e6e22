import { findMedianWait, listOwnCommentIds, listOwnUnseenComments } from '@/db/queries/comments'
import { listIgnoredUnder } from '@/db/queries/ignored-members'
import type { Whose } from '@/db/queries/own-comments'
import { findOwnArticleReaction, listOwnReactionsUnder } from '@/db/queries/reactions'
import { readOwnComments } from './read-own-comments'

/** What of an article's conversation is one person's own: reactions, comments, and those that nobody else sees. */
export async function readOwnPart(article: { id: string; commentsOpen: boolean }, whose: Whose) {
  const articleId = article.id
  const [reaction, reactions, own, unseen, { editable }, ignored] = await Promise.all([
    findOwnArticleReaction(articleId, whose),
    listOwnReactionsUnder(articleId, whose),
    listOwnCommentIds(articleId, whose),
    listOwnUnseenComments(articleId, whose),
    readOwnComments(article, whose),
    listIgnoredUnder(articleId, whose.memberId),
  ])
  return {
    reaction,
    reactions,
    own,
    unseen,
    editable,
    ignored,
    wait: unseen.length > 0 ? await findMedianWait() : null,
  }
}
