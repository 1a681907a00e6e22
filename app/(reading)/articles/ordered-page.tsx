import { permanentRedirect } from 'next/navigation'
import { CommentsPage } from '@/components/comment/comments-page'
import { MissingPage } from '@/components/page/notice-page'
import { readArticle, readCounts } from '@/db/cached/articles'
import { readFlat, readPicks, readThread } from '@/db/cached/comments'
import { readMissing } from '@/db/cached/missing'
import { articlePath, commentsPath } from '@/domain/comment/addresses'
import { countFlatPages, countPages, countPickPages } from '@/domain/comment/paging'
import type { PageOrder } from '@/domain/comment/thread-order'
import { closedMetadata } from '@/domain/wire/metadata'
import { pageNumber } from '@/lib/page-number'
import { commentWords } from '@/lib/words/comment'

type Order = Exclude<PageOrder, 'oldest'>

/** A page of an article's conversation in another order than that of its own pages. */
export async function OrderedPage({ slug, page: text, order }: { slug: string; page: string; order: Order }) {
  const page = text === '1' ? 1 : pageNumber(text)
  const article = await readArticle(slug)
  if (article.state === 'moved') permanentRedirect(commentsPath(article.slug, page ?? 1, order))
  const counts = article.state === 'out' ? await readCounts(slug, article.id) : undefined
  if (article.state !== 'out' || !counts || !page || page > pagesOf(counts, order)) {
    await readMissing()
    return <MissingPage />
  }
  const comments = await readPage(article.id, page, order)
  return <CommentsPage article={{ ...article, ...counts }} page={page} comments={comments} order={order} />
}

type Counts = { comments: number; roots: number; picks: number }

function pagesOf({ comments, roots, picks }: Counts, order: Order) {
  if (order === 'picks') return countPickPages(picks)
  return order === 'flat' ? countFlatPages(comments) : countPages(roots)
}

function readPage(articleId: string, page: number, order: Order) {
  if (order === 'picks') return readPicks(articleId, page)
  return order === 'flat' ? readFlat(articleId, page) : readThread(articleId, page, order)
}

/** The same comments stand on the pages of the conversation itself, which crawlers read. */
export function orderedMetadata(slug: string) {
  return closedMetadata(commentWords.commentsInOrder, articlePath(slug))
}
