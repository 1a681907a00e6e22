import type { PublicComment } from '@/db/queries/comments'
import { commentsPath, conversationAnchor, discussionPath } from '@/domain/comment/addresses'
import { idleFrom } from '@/domain/comment/idle'
import {
  countFlatPages,
  countPages,
  countPickPages,
  flatPerPage,
  picksPerPage,
  rootsPerPage,
} from '@/domain/comment/paging'
import type { Thread } from '@/domain/comment/thread'
import { type PageOrder, threadOrders } from '@/domain/comment/thread-order'
import { commentWords } from '@/lib/words/comment'
import { Paging } from '../page/paging'
import { ReactionButtons } from '../reaction/reaction-buttons'
import { ReactionForm } from '../reaction/reaction-form'
import { CommentForm } from './comment-form'
import { CommentList } from './comment-list'
import { ConversationState } from './conversation-state'
import { OrderChoice } from './order-choice'
import { TopPicks } from './top-picks'

type Props = {
  article: {
    id: string
    slug: string
    likes: number
    dislikes: number
    comments: number
    roots: number
    picks: number
    commentsOpen: boolean
    publishedAt: Date
  } & Parameters<typeof ConversationState>[0]['article']
  threads: Thread[]
  page: number
  order?: PageOrder
  /** The last of them, on the article's own page. */
  picks?: PublicComment[]
}

/** The conversation under an article, the same for everybody: reactions, total, a page of the thread, the form. */
export function Conversation({ article, threads, page, order = 'oldest', picks = [] }: Props) {
  const { slug, likes, dislikes } = article
  const [pages, perPage] = pagesOf(article, order)
  return (
    <section className="conversation" aria-labelledby="conversation">
      <header className="conversation-head">
        <ReactionForm slug={slug} />
        <fieldset className="article-reactions">
          <legend className="visually-hidden">{commentWords.reactions}</legend>
          <ReactionButtons
            target="article"
            id={article.id}
            likes={likes}
            dislikes={dislikes}
            names={{ like: commentWords.like(likes), dislike: commentWords.dislike(dislikes) }}
          />
        </fieldset>
        <h2 id="conversation" data-total={article.comments}>
          {commentWords.total(article.comments)}
        </h2>
        <p className="conversation-links">
          {article.commentsOpen && <a href="#comment-form">{commentWords.write}</a>}
          <a href={discussionPath(slug)} rel="nofollow">
            {commentWords.join}
          </a>
        </p>
      </header>
      <div className="conversation-main">
        <own-comments article={article.id} />
        <TopPicks picks={picks} total={article.picks} slug={slug} />
        {(article.comments > 1 || article.picks > 0) && (
          <OrderChoice
            orders={[...threadOrders, 'flat', ...(article.picks > 0 ? (['picks'] as const) : [])]}
            current={order}
            pathOf={(one) => `${commentsPath(slug, 1, one)}#${conversationAnchor}`}
          />
        )}
        {threads.length === 0 ? (
          <p className="empty">{commentWords.none}</p>
        ) : (
          <CommentList
            threads={threads}
            slug={slug}
            canAnswer={article.commentsOpen}
            start={(page - 1) * perPage + 1}
          />
        )}
        <Paging
          page={page}
          pages={pages}
          pathOf={(n) => commentsPath(slug, n, order)}
          isFollowed={order === 'oldest'}
        />
        <h3 id="about">{commentWords.heading}</h3>
        <ConversationState article={article} />
        {article.commentsOpen && (
          <comment-form>
            <CommentForm articleId={article.id} slug={slug} />
          </comment-form>
        )}
      </div>
      {article.commentsOpen && order === 'oldest' && (
        <comment-notice article={article.id} until={idleFrom(article.publishedAt, threads).toISOString()} />
      )}
    </section>
  )
}

function pagesOf({ comments, roots, picks }: Props['article'], order: PageOrder) {
  if (order === 'picks') return [countPickPages(picks), picksPerPage] as const
  return order === 'flat'
    ? ([countFlatPages(comments), flatPerPage] as const)
    : ([countPages(roots), rootsPerPage] as const)
}
