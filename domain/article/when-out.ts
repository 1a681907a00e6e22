import type { ArticleToChange } from '@/db/queries/article-changes'

type Times = Pick<ArticleToChange, 'state' | 'publishedAt' | 'withdrawnAt'>

/** Whether readers could ever read it. One that was withdrawn before its time looks as if it had never been published. */
export function wasEverOut({ state, publishedAt, withdrawnAt }: Times, now: Date) {
  if (!publishedAt || (state !== 'published' && state !== 'withdrawn')) return false
  return publishedAt <= (state === 'withdrawn' && withdrawnAt ? withdrawnAt : now)
}
