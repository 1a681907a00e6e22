import type { ReadArticle } from '@/db/cached/articles'
import type { PublicComment } from '@/db/queries/comments'
import { articlePath } from '@/domain/comment/addresses'
import { apart, countUndrawn, flatThreads, threadsOf } from '@/domain/comment/thread'
import type { PageOrder } from '@/domain/comment/thread-order'
import { commentWords } from '@/lib/words/comment'
import { Conversation } from './conversation'

/** A further page of an article's conversation. */
export function CommentsPage({
  article,
  page,
  comments,
  order = 'oldest',
}: {
  article: ReadArticle
  page: number
  comments: PublicComment[]
  order?: PageOrder
}) {
  const threads = drawnIn(order, comments)
  return (
    <main id="text">
      <header className="conversation-header">
        <h1>
          <a href={articlePath(article.slug)}>{article.headline}</a>
        </h1>
        <p>
          <a href={articlePath(article.slug)}>{commentWords.backToArticle}</a>
        </p>
      </header>
      <Conversation article={article} threads={threads} page={page} order={order} />
    </main>
  )
}

function drawnIn(order: PageOrder, comments: PublicComment[]) {
  if (order === 'picks') return apart(comments)
  return order === 'flat' ? flatThreads(comments) : countUndrawn(threadsOf(comments), comments)
}
