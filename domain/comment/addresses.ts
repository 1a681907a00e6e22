import { saidAnchor } from '../said-anchor'
import { deepestLevel, pageOfRoot, repliesPerRoot } from './paging'

export const articlePath = (slug: string) => `/articles/${slug}`

/** Page N of an article's comments; the first is on the article's own page. */
export const commentsPath = (slug: string, page: number) =>
  page <= 1 ? articlePath(slug) : `${articlePath(slug)}/comments/${page}`

export const threadPath = (slug: string, commentId: string) => `${articlePath(slug)}/comments/thread/${commentId}`

export const commentAnchor = (id: string) => `comment-${id}`

/** What leads to a comment for good, wherever it stands. */
export const permalink = (id: string) => `/comments/${id}`

export const reportPath = (id: string) => `/comments/${id}/report`

type DiscussionQuery = {
  at?: string
  reply?: string
  quote?: 1
  edit?: string
  draft?: string
  page?: number
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
          : ''
  return `${articlePath(slug)}/discussion${search && `?${search}`}${anchor}`
}

type Place = { id: string; slug: string; rootNo: number | null; depth: number; before: number }

/** The stored page on which a comment stands: its page of the conversation, or that of its thread where it is too deep. */
export function placePath({ id, slug, rootNo, depth, before }: Place) {
  const isOnPage = rootNo !== null && depth <= deepestLevel() && before <= repliesPerRoot
  const page = isOnPage ? commentsPath(slug, pageOfRoot(rootNo)) : threadPath(slug, id)
  return `${page}#${commentAnchor(id)}`
}
