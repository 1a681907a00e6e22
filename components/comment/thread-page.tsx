import type { ReadArticle } from '@/db/cached/articles'
import type { PublicComment } from '@/db/queries/comments'
import { articlePath } from '@/domain/comment/addresses'
import { threadsOf } from '@/domain/comment/thread'
import { commentWords } from '@/lib/words/comment'
import { ReactionForm } from '../reaction/reaction-form'
import { CommentList } from './comment-list'
import { ThreadContext } from './thread-context'

type Props = { article: ReadArticle; comments: PublicComment[]; above: PublicComment[] }

/** One comment with what answers it, and above it those that it answers. */
export function ThreadPage({ article, comments, above }: Props) {
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
      <section className="conversation" aria-label={commentWords.wholeConversation}>
        <div className="conversation-main">
          <ReactionForm slug={article.slug} />
          <own-comments article={article.id} />
          <ThreadContext above={above} />
          <CommentList threads={threadsOf(comments)} slug={article.slug} canAnswer={article.commentsOpen} />
        </div>
      </section>
    </main>
  )
}
