import { findMedianWait, listOwnCommentIds, listOwnUnseenComments } from '@/db/queries/comments'
import { findOwnArticleReaction, listOwnReactionsUnder } from '@/db/queries/reactions'

/** What of an article's conversation is one person's own: reactions, comments, and those that nobody else sees. */
export async function readOwnPart(articleId: string, whose: { memberId: string | null; guestKey: string | null }) {
  const [reaction, reactions, own, unseen] = await Promise.all([
    findOwnArticleReaction(articleId, whose),
    listOwnReactionsUnder(articleId, whose),
    listOwnCommentIds(articleId, whose),
    listOwnUnseenComments(articleId, whose),
  ])
  return { reaction, reactions, own, unseen, wait: unseen.length > 0 ? await findMedianWait() : null }
}
