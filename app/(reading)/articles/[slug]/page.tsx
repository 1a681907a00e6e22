import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticlePage } from '@/components/article/article-page'
import { MissingArticle } from '@/components/article/missing-article'
import { readArticle, readCounts } from '@/db/cached/articles'
import { readPicks, readThread } from '@/db/cached/comments'
import { articlePath } from '@/domain/comment/addresses'
import { articleMetadata, missingMetadata } from '@/domain/wire/metadata'

export const ensureStatic = 'navigation'

/** A build has no database to ask; each page is drawn when somebody first wants it. */
export const generateStaticParams = () => [{ slug: '__none__' }]

type Props = PageProps<'/articles/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await readArticle((await params).slug)
  return article.state === 'out' ? articleMetadata(article) : missingMetadata()
}

export default async function ArticleRoute({ params }: Props) {
  const { slug } = await params
  const article = await readArticle(slug)
  if (article.state === 'moved') permanentRedirect(articlePath(article.slug))
  if (article.state !== 'out') return <MissingArticle article={article} />
  const [counts, comments] = await Promise.all([readCounts(slug, article.id), readThread(article.id, 1)])
  const picks = counts.picks > 0 ? await readPicks(article.id, 1) : []
  return <ArticlePage article={{ ...article, ...counts }} {...{ comments, picks }} />
}
