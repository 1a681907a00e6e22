import { saidAnchor } from '../said-anchor'
import { deepestLevel, pageOfRoot } from './paging'
import type { PageOrder, ThreadOrder } from './thread-order'

export const articlePath = (slug: string) => `/articles/${slug}`

/** Page N of an article's comments. Oldest first, the first is on the article's own page. */
export function commentsPath(slug: string, page: number, order: PageOrder = 'oldest') {
  if (order !== 'oldest') return `${articlePath(slug)}/comments/${order}/${page}`
  return page <= 1 ? articlePath(slug) : `${articlePath(slug)}/comments/${page}`
}

export const conversationAnchor = 'conversation'

export const threadPath = (slug: string, commentId: string) => `${articlePath(slug)}/comments/thread/${commentId}`

export const commentAnchor = (id: string) => `comment-${id}`

/** What leads to a comment for good, wherever it stands. */
export const permalink = (id: string) => `/comments/${id}`

export const reportPath = (id: string) => `/comments/${id}/report`

/** Where moderators hide a comment that they read among readers. */
export const hidePath = (id: string) => `/comments/${id}/hide`

/** Chooses an order for the discussion page, from now on. */
export const choosePath = (slug: string, order: ThreadOrder) =>
  `/comments/order/${order}?of=${encodeURIComponent(slug)}`

type DiscussionQuery = {
  at?: string
  reply?: string
  quote?: 1
  edit?: string
  draft?: string
  page?: number
  order?: ThreadOrder
  said?: string
}

/** The conversation for one person. `at` is the comment to show, `draft` the token of a kept text. */
export function discussionPath(slug: string, query: DiscussionQuery = {}) {
  const filled = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(filled).toString()
  const anchor =
    query.draft || query.reply || query.edit
      ? '#comment-form'
      : query.said
        ? `#${saidAnchor}`
        : query.at
          ? `#${commentAnchor(query.at)}`
          : query.order
            ? `#${conversationAnchor}`
            : ''
  return `${articlePath(slug)}/discussion${search && `?${search}`}${anchor}`
}

type Place = { id: string; slug: string; rootNo: number | null; depth: number; before: number; drawn: number }

/** The stored page on which a comment stands: its page of the conversation, or that of its thread where it is too deep. */
export function placePath({ id, slug, ...place }: Place) {
  const page = isOnPage(place) ? commentsPath(slug, pageOfRoot(place.rootNo)) : threadPath(slug, id)
  return `${page}#${commentAnchor(id)}`
}

/** Whether a comment's page of the conversation, oldest first, draws it. */
export function isOnPage(
  place: Pick<Place, 'rootNo' | 'depth' | 'before' | 'drawn'>,
): place is typeof place & { rootNo: number } {
  return place.rootNo !== null && place.depth <= deepestLevel() && place.before <= place.drawn
}
