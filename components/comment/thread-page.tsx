import type { ReadArticle } from '@/db/cached/articles'
import type { PublicComment } from '@/db/queries/comments'
import { articlePath, permalink } from '@/domain/comment/addresses'
import { threadsOf } from '@/domain/comment/thread'
import { commentWords } from '@/lib/words/comment'
import { ReactionForm } from '../reaction/reaction-form'
import { CommentList } from './comment-list'
import { CommentText } from './comment-text'

type Props = { article: ReadArticle; comments: PublicComment[]; parent: PublicComment | undefined }

/** One comment with all that answers it, and above it the one that it answers. */
export function ThreadPage({ article, comments, parent }: Props) {
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
          {parent && (
            <blockquote className="comment-context">
              <a href={permalink(parent.id)} rel="nofollow">
                {parent.name ? commentWords.answers(parent.name) : commentWords.answersGone}
              </a>
              {parent.standing === 'visible' && <CommentText source={parent.text} />}
            </blockquote>
          )}
          <CommentList threads={threadsOf(comments)} slug={article.slug} canAnswer={article.commentsOpen} />
        </div>
      </section>
    </main>
  )
}
