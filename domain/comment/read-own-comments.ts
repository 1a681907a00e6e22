import { listEditable, listOwnVersions, listUndeletable, type Whose } from '@/db/queries/own-comments'
import { undeletableSince } from './delete-comment'
import { editableSince } from './edit-comment'

/** What a person can do with the own comments under an article now, and what they said before. */
export async function readOwnComments(article: { id: string; commentsOpen: boolean }, whose: Whose, now = new Date()) {
  const [editable, undeletable, versions] = await Promise.all([
    article.commentsOpen ? listEditable(article.id, whose, editableSince(now)) : [],
    listUndeletable(article.id, whose, undeletableSince(now)),
    listOwnVersions(article.id, whose),
  ])
  return { editable, undeletable, versions: Map.groupBy(versions, ({ commentId }) => commentId) }
}
