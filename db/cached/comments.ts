import { cacheLife, cacheTag } from 'next/cache'
import { picksPerPage } from '@/domain/comment/paging'
import type { ThreadOrder } from '@/domain/comment/thread-order'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import type { PublicComment } from '../queries/comments'
import { listPicks } from '../queries/picks'
import { listAncestors, listFlat, listSubtree, listThread } from '../queries/threads'

/** Page N of an article's conversation. */
export async function readThread(articleId: string, page: number, order: ThreadOrder = 'oldest') {
  return unpacked(await readPackedThread(articleId, page, order))
}

async function readPackedThread(articleId: string, page: number, order: ThreadOrder) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  return packed(env().isBuild ? [] : await listThread(articleId, page, order))
}

/** Page N of what readers can read under an article, without threads. */
export async function readFlat(articleId: string, page: number) {
  return unpacked(await readPackedFlat(articleId, page))
}

async function readPackedFlat(articleId: string, page: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  return packed(env().isBuild ? [] : await listFlat(articleId, page))
}

/** Page N of an article's picks. */
export async function readPicks(articleId: string, page: number) {
  return unpacked(await readPackedPicks(articleId, page))
}

async function readPackedPicks(articleId: string, page: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  const place = { limit: picksPerPage, offset: (page - 1) * picksPerPage }
  return packed(env().isBuild ? [] : await listPicks(articleId, place))
}

/** One comment, whom it answers, and all that answers it; nothing where readers see no such comment. */
export async function readSubtree(articleId: string, commentId: string) {
  const found = await readPackedSubtree(articleId, commentId)
  return found && { comments: unpacked(found.comments), above: unpacked(found.above) }
}

async function readPackedSubtree(articleId: string, commentId: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.comments(articleId), tags.counts(articleId))
  const comments = env().isBuild ? [] : await listSubtree(commentId)
  const top = comments[0]
  if (!top || top.articleId !== articleId) {
    cacheTag(tags.status(404))
    return
  }
  return { comments: packed(comments), above: packed(top.parentId ? await listAncestors(top.parentId) : []) }
}

/**
 * Comments as one string: Next writes what is cached down value by value and reads it again, twice for each page, which
 * takes longer than to read it from the database. Where a comment was hidden its place shows the words of the reason.
 */
function packed(comments: PublicComment[]) {
  if (comments.some((one) => one.hiddenBecause)) cacheTag(tags.reasons)
  return JSON.stringify(comments)
}

function unpacked(text: string): PublicComment[] {
  const comments: Packed[] = JSON.parse(text)
  return comments.map((one) => ({
    ...one,
    createdAt: new Date(one.createdAt),
    visibleAt: dateOf(one.visibleAt),
    editedAt: dateOf(one.editedAt),
    movedAt: dateOf(one.movedAt),
  }))
}

type Times = 'createdAt' | 'visibleAt' | 'editedAt' | 'movedAt'
type Packed = Omit<PublicComment, Times> & { [time in Times]: time extends 'createdAt' ? string : string | null }

const dateOf = (text: string | null) => (text === null ? null : new Date(text))
