import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ThreadPage } from '@/components/comment/thread-page'
import { MissingPage } from '@/components/page/notice-page'
import { readArticle } from '@/db/cached/articles'
import { readSubtree } from '@/db/cached/comments'
import { readMissing } from '@/db/cached/missing'
import { articlePath, threadPath } from '@/domain/comment/addresses'
import { noindexMetadata } from '@/domain/wire/metadata'
import { isId } from '@/lib/new-id'
import { commentWords } from '@/lib/words/comment'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: '__none__', comment: '__none__' }]

type Props = PageProps<'/articles/[slug]/comments/thread/[comment]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return noindexMetadata(commentWords.moreReplies, articlePath((await params).slug))
}

export default async function ThreadRoute({ params }: Props) {
  const { slug, comment } = await params
  const article = await readArticle(slug)
  if (article.state === 'moved') permanentRedirect(threadPath(article.slug, comment))
  const found = article.state === 'out' && isId(comment) ? await readSubtree(article.id, comment) : undefined
  if (article.state !== 'out' || !found) {
    await readMissing()
    return <MissingPage />
  }
  return <ThreadPage article={article} {...found} />
}
