import type { ReadArticle } from '@/db/cached/articles'
import { articleWords } from '@/lib/words/article'
import { Moment } from '../page/moment'

/** What stands under an article's text: corrections, topics, and where it came from. */
export function ArticleFoot({ article }: { article: ReadArticle }) {
  return (
    <footer className="article-foot">
      {article.corrections.length > 0 && (
        <section className="corrections" aria-labelledby="corrections">
          <h2 id="corrections">{articleWords.corrections}</h2>
          {article.corrections.map((correction) => (
            <p key={correction.id}>
              <strong>{articleWords[correction.kind]}</strong>, <Moment at={correction.publishedAt} />:{' '}
              {correction.text}
            </p>
          ))}
        </section>
      )}
      {article.topics.length > 0 && (
        <nav className="topics" aria-label={articleWords.topics}>
          <ul>
            {article.topics.map((topic) => (
              <li key={topic.id}>
                <a href={`/topics/${topic.slug}`}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {article.source && (
        <p className="source">
          {articleWords.firstPublishedBy}{' '}
          {article.sourceUrl ? <a href={article.sourceUrl}>{article.source}</a> : article.source}
          {article.licence && (
            <>
              . {articleWords.licence}: {article.licence}
            </>
          )}
        </p>
      )}
    </footer>
  )
}
