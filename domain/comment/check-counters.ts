import { invalidate, tags, transact } from '@/db/invalidate'
import {
  type ArticleDrift,
  type CommentDrift,
  listArticlesWithDrift,
  listCountedArticles,
  lockArticleCount,
  mendArticleCount,
  mendCommentCounts,
} from '@/db/queries/counter-drift'

/** What was wrong under one article: its own counters, and those of its comments. */
export type Drift = { articleId: string; article: ArticleDrift | undefined; comments: CommentDrift[] }

type Check = {
  /** Told of what was mended, once it is. */
  onDrift(drift: Drift): void
  /** Ends the check between two articles, by throwing. */
  signal?: AbortSignal
  articlesAtOnce?: number
  /** Comments that one transaction mends. */
  commentsAtOnce?: number
}

/**
 * Compares every counter of articles and comments with the rows that it counts, mends those that differ, and answers
 * how many articles it looked at. No person's act: the site does it at night, and whoever may run commands.
 */
export async function checkCounters({ onDrift, signal, articlesAtOnce = 200, commentsAtOnce = 1000 }: Check) {
  let looked = 0
  let ids = await listCountedArticles(undefined, articlesAtOnce)
  while (ids.length > 0) {
    for (const articleId of await listArticlesWithDrift(ids)) {
      signal?.throwIfAborted()
      for await (const drift of mendArticle(articleId, commentsAtOnce)) onDrift(drift)
    }
    looked += ids.length
    signal?.throwIfAborted()
    ids = await listCountedArticles(ids.at(-1), articlesAtOnce)
  }
  return looked
}

/** One transaction after another, so that a conversation of any length is locked for a moment only. */
async function* mendArticle(articleId: string, commentsAtOnce: number) {
  let drift: Drift
  do {
    drift = await mendSome(articleId, commentsAtOnce)
    if (drift.article || drift.comments.length > 0) yield drift
  } while (drift.comments.length === commentsAtOnce)
}

function mendSome(articleId: string, most: number): Promise<Drift> {
  return transact(async (tx) => {
    await lockArticleCount(articleId, tx)
    const article = await mendArticleCount(articleId, tx)
    const comments = await mendCommentCounts(articleId, most, tx)
    if (article || comments.length > 0) await invalidate(tx, [tags.comments(articleId), tags.counts(articleId)], 'now')
    return { articleId, article, comments }
  })
}
