import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import { findPublicComment, listSubtree, listThread, type PublicComment } from '../queries/comments'

/** Page N of an article's conversation, oldest first. */
export async function readThread(articleId: string, page: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  const comments = env().isBuild ? [] : await listThread(articleId, page)
  cacheTag(...reasonsIn(comments))
  return comments
}

/** One comment, whom it answers, and all that answers it; nothing where readers see no such comment. */
export async function readSubtree(articleId: string, commentId: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  const comments = env().isBuild ? [] : await listSubtree(commentId)
  cacheTag(...reasonsIn(comments))
  const top = comments[0]
  if (!top || top.articleId !== articleId) {
    cacheTag(tags.status(404))
    return
  }
  return { comments, parent: top.parentId ? await findPublicComment(top.parentId) : undefined }
}

/** Where a comment was hidden its place shows the words of the reason. */
const reasonsIn = (comments: PublicComment[]) => (comments.some((one) => one.hiddenBecause) ? [tags.reasons] : [])
