import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { CommentsPage } from '@/components/comment/comments-page'
import { MissingPage } from '@/components/page/notice-page'
import { readArticle, readCounts } from '@/db/cached/articles'
import { readThread } from '@/db/cached/comments'
import { readMissing } from '@/db/cached/missing'
import { articlePath, commentsPath } from '@/domain/comment/addresses'
import { countPages } from '@/domain/comment/paging'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'
import { pageNumber } from '@/lib/page-number'
import { commentWords } from '@/lib/words/comment'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: '__none__', page: '2' }]

type Props = PageProps<'/articles/[slug]/comments/[page]'>

async function read({ slug, page: text }: Awaited<Props['params']>) {
  const [article, page] = [await readArticle(slug), pageNumber(text)]
  if (article.state !== 'out') return { article }
  const counts = await readCounts(slug, article.id)
  return page && page <= countPages(counts.roots) ? { article: { ...article, ...counts }, page } : {}
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article, page } = await read(await params)
  if (article?.state !== 'out' || !page) return missingMetadata()
  return listMetadata({
    path: `${articlePath(article.slug)}/comments`,
    title: commentWords.discussion(article.headline),
    page,
    of: countPages(article.roots),
  })
}

export default async function CommentsRoute({ params }: Props) {
  const asked = await params
  if (asked.page === '1') permanentRedirect(articlePath(asked.slug))
  const { article, page } = await read(asked)
  if (article?.state === 'moved') permanentRedirect(commentsPath(article.slug, pageNumber(asked.page) ?? 1))
  if (article?.state !== 'out' || !page) {
    await readMissing()
    return <MissingPage />
  }
  return <CommentsPage article={article} page={page} comments={await readThread(article.id, page)} />
}
