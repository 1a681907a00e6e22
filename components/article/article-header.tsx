import type { ReadArticle } from '@/db/cached/articles'
import { articleWords } from '@/lib/words/article'
import { Moment } from '../page/moment'
import { ArticlePicture } from './article-picture'
import { Byline } from './byline'

export function ArticleHeader({ article }: { article: ReadArticle }) {
  const label = articleWords.labels[article.label]
  const kicker = (label === article.sectionName ? '' : label) || article.kicker
  return (
    <header className="article-header">
      <p className="kicker">
        <a href={`/sections/${article.sectionSlug}`}>{article.sectionName}</a>
        {kicker && <span>{kicker}</span>}
      </p>
      <h1>{article.headline}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      <div className="dateline">
        <Byline authors={article.authors} />
        <p className="dates">
          <Moment at={article.publishedAt} />
          {article.changedAt && article.changedAt > article.publishedAt && (
            <span>
              {' '}
              {articleWords.updated} <Moment at={article.changedAt} />
            </span>
          )}
        </p>
      </div>
      {article.picture && (
        <figure className="lead-picture">
          <ArticlePicture picture={article.picture} sizes="(min-width: 60rem) 56rem, 100vw" isFirst />
          <figcaption>
            {article.pictureCaption} <span className="credit">{article.picture.credit}</span>
          </figcaption>
        </figure>
      )}
    </header>
  )
}
