import type { ReadArticle } from '@/db/cached/articles'
import type { PublicComment } from '@/db/queries/comments'
import { parseBody } from '@/domain/article/body/body'
import { countUndrawn, threadsOf } from '@/domain/comment/thread'
import { articleJsonLd } from '@/domain/wire/article-json-ld'
import { Conversation } from '../comment/conversation'
import { JsonLd } from '../page/json-ld'
import { ArticleBody } from './article-body'
import { ArticleFoot } from './article-foot'
import { ArticleHeader } from './article-header'

type Props = { article: ReadArticle; comments: PublicComment[]; picks: PublicComment[] }

export function ArticlePage({ article, comments, picks }: Props) {
  return (
    <main id="text">
      <article className="article" lang={article.language === 'und' ? undefined : article.language}>
        <ArticleHeader article={article} />
        <ArticleBody body={parseBody(article.body)} />
        <ArticleFoot article={article} />
      </article>
      <Conversation article={article} threads={countUndrawn(threadsOf(comments), comments)} page={1} picks={picks} />
      <JsonLd data={articleJsonLd(article, comments)} />
    </main>
  )
}
