import { z } from 'zod'
import { invalidate, transact } from '@/db/invalidate'
import { findArticleToChange, updateArticle } from '@/db/queries/article-changes'
import { insertDecision } from '@/db/queries/decisions'
import { newsroomWords } from '@/lib/words/newsroom'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { articleLimits, line } from './article-input'
import { articleTags } from './article-tags'

export const withdrawInput = z.object({
  articleId: z.uuid(),
  reason: line(articleLimits.reason, newsroomWords.faults.reasonTooLong),
})

/**
 * Takes an article out of readers' sight, its comments with it; its address says that it was withdrawn, and why.
 * One whose time had not come leaves no trace for readers. It can be published again.
 */
export async function withdrawArticle(
  actor: Actor,
  { articleId, reason }: z.infer<typeof withdrawInput>,
  now = new Date(),
) {
  if (!may(actor, 'article.publish') || actor.id === null) return refuse('not-allowed')
  if (reason === '') return refuse('no-reason')
  return transact(async (tx) => {
    const article = await findArticleToChange(articleId, tx)
    if (!article) return refuse('no-such-article')
    if (article.state !== 'published') return refuse('not-published')

    await updateArticle(article.id, { state: 'withdrawn', withdrawnAt: now, withdrawnReason: reason }, tx)
    await insertDecision(
      {
        kind: 'withdraw-article',
        articleId: article.id,
        actorId: actor.id,
        actorRank: actor.rank,
        note: reason,
        before: { state: article.state, publishedAt: article.publishedAt },
        after: { state: 'withdrawn' },
        createdAt: now,
      },
      tx,
    )
    await invalidate(tx, await articleTags(article, tx), 'conceal')
    return done({ slug: article.slug })
  })
}
