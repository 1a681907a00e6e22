import type { DeskArticle } from '@/db/queries/desk-articles'
import { newsroomWords } from '@/lib/words/newsroom'
import { Moment } from '../page/moment'

const words = newsroomWords.states

/** How an article stands with readers. */
export function ArticleState({ article, isOut, wasOut }: { article: DeskArticle; isOut: boolean; wasOut: boolean }) {
  const { state, publishedAt, withdrawnReason, slug, source } = article
  const isUnshown = state === 'published' && article.shownVersionId !== article.versionId
  return (
    <div className="desk-state">
      {(state === 'draft' || state === 'submitted') && <p>{words.draft}</p>}
      {state === 'published' && publishedAt && (
        <p>
          {isOut ? words.published : words.scheduled} <Moment at={publishedAt} />
        </p>
      )}
      {state === 'withdrawn' && (
        <p>
          {wasOut ? words.withdrawn : words.withdrawnEarly} <q>{withdrawnReason}</q>
        </p>
      )}
      {isUnshown && <p>{words.unshown(article.versionNo)}</p>}
      {source && <p>{words.from(source)}</p>}
      {wasOut && (
        <p>
          <a href={`/articles/${slug}`}>{words.view}</a>
        </p>
      )}
    </div>
  )
}
