import type { PublicComment } from '@/db/queries/comments'

/** A comment as readers see it, under an article, or below another. */
export function aPublicComment(
  id: string,
  parentId: string | null = null,
  more: Partial<PublicComment> = {},
): PublicComment {
  return {
    id,
    articleId: 'a',
    parentId,
    rootId: 'r',
    rootNo: 1,
    depth: parentId ? 1 : 0,
    standing: 'visible',
    text: id,
    name: id,
    handle: null,
    rank: null,
    isByAuthor: false,
    isPicked: false,
    hiddenBecause: null,
    movedAt: null,
    createdAt: new Date(0),
    visibleAt: new Date(0),
    editedAt: null,
    likes: 0,
    dislikes: 0,
    replies: 0,
    answersName: null,
    ...more,
  }
}
