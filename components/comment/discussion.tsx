import type { Article } from '@/db/queries/articles'
import type { MetBlock } from '@/db/queries/blocks'
import { type Actor, may } from '@/domain/actor'
import { articlePath, choosePath, commentsPath, discussionPath } from '@/domain/comment/addresses'
import { markNew } from '@/domain/comment/new-comments'
import { countPages, rootsPerPage } from '@/domain/comment/paging'
import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { countUndrawn, threadsOf } from '@/domain/comment/thread'
import { threadOrders } from '@/domain/comment/thread-order'
import { saidAnchor } from '@/domain/said-anchor'
import { commentWords } from '@/lib/words/comment'
import { ignoreWords } from '@/lib/words/ignore'
import { pickWords } from '@/lib/words/pick'
import { sanctionWords } from '@/lib/words/sanction'
import { SanctionNotices } from '../account/sanction-notices'
import { Paging } from '../page/paging'
import { ReactionButtons } from '../reaction/reaction-buttons'
import { ReactionForm } from '../reaction/reaction-form'
import { CommentList } from './comment-list'
import { DiscussionForm } from './discussion-form'
import { IgnoreForm } from './ignore-form'
import { NewCount } from './new-mark'
import { OrderChoice } from './order-choice'
import { OwnUnseen } from './own-unseen'
import { PickForm } from './pick-form'
import { ThreadContext } from './thread-context'
import { UndeleteForms } from './undelete-form'

type Props = {
  article: Article
  actor: Actor
  asked: { at?: string | undefined; said?: string | undefined }
  found: FoundDiscussion
  /** What kept the text that is shown again from being posted. */
  block: MetBlock | undefined
}

/** The conversation as one person sees it: own waiting comments and reactions, kept text, the code of a guest. */
export function Discussion({ article, actor, asked, found, block }: Props) {
  const { slug, likes, dislikes } = article
  const threads = threadsOf(found.comments)
  const marks = found.fresh && markNew(found.fresh, threads, found.from)
  const { reactions, own, editable, versions, ignored } = found
  const canPick = may(actor, 'comment.pick')
  const canIgnore = may(actor, 'member.ignore')
  const mayHide = may(actor, 'comment.decide')
  const reader = { reactions, own, editable, versions, ignored, canIgnore, canPick, at: asked.at, marks, mayHide }
  return (
    <main id="text">
      <header className="conversation-header">
        <h1>
          <a href={articlePath(slug)}>{commentWords.discussion(article.headline)}</a>
        </h1>
        <p>{commentWords.discussionLead}</p>
        <p>
          <a href={articlePath(slug)}>{commentWords.backToArticle}</a>
        </p>
      </header>
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
              own={found.ownReaction}
            />
          </fieldset>
          <h2 id="conversation" data-total={article.comments}>
            {commentWords.total(article.comments)}
          </h2>
          {article.commentsOpen && (
            <p className="conversation-links">
              <a href="#comment-form">{commentWords.write}</a>
            </p>
          )}
        </header>
        <div className="conversation-main">
          <Said asked={asked} found={found} slug={slug} />
          <SanctionNotices
            sanctions={found.sanctions}
            slug={slug}
            draft={found.draftToken}
            isBanned={actor.sanction === 'ban'}
          />
          <own-comments>
            <OwnUnseen slug={slug} comments={found.unseen} found={found} at={asked.at} />
          </own-comments>
          {found.isPart && (
            <p>
              <a href={discussionPath(slug)}>{commentWords.wholeConversation}</a>
            </p>
          )}
          {marks && <NewCount marks={marks} slug={slug} />}
          {canIgnore && <IgnoreForm slug={slug} />}
          {canPick && <PickForm slug={slug} />}
          {(article.comments > 1 || article.picks > 0) && !found.isPart && (
            <OrderChoice
              orders={[...threadOrders, ...(article.picks > 0 ? (['picks'] as const) : [])]}
              current={found.order}
              pathOf={(order) => (order === 'picks' ? commentsPath(slug, 1, order) : choosePath(slug, order))}
            />
          )}
          <ThreadContext above={found.above} ignored={found.ignored} />
          {threads.length === 0 && <p className="empty">{commentWords.none}</p>}
          <CommentList
            threads={found.isPart ? threads : countUndrawn(threads, found.comments)}
            slug={slug}
            reader={reader}
            canAnswer={article.commentsOpen}
            start={found.isPart ? 1 : (found.page - 1) * rootsPerPage + 1}
          />
          {!found.isPart && (
            <Paging
              page={found.page}
              pages={countPages(article.roots)}
              pathOf={(page) => discussionPath(slug, { page, order: found.order })}
            />
          )}
          <h3>{commentWords.heading}</h3>
          <comment-form>
            <DiscussionForm article={article} actor={actor} found={found} block={block} />
          </comment-form>
        </div>
      </section>
    </main>
  )
}

const named = (act: string, refusals: Record<string, string>) =>
  Object.fromEntries(Object.entries(refusals).map(([refusal, words]) => [`${act}-${refusal}`, words]))

const saidWords: Record<string, string> = {
  ...commentWords.refusals,
  ...named('pick', pickWords.refusals),
  ...named('ignore', ignoreWords.refusals),
}

/** What came of the last form, and what was deleted a moment ago and can be taken back. */
function Said({
  asked: { said, at },
  found: { undeletable },
  slug,
}: Pick<Props, 'asked' | 'found'> & { slug: string }) {
  if (said === 'acknowledged') return <p id={saidAnchor}>{sanctionWords.own.acknowledged}</p>
  const isOffered = said === 'deleted' && undeletable.some(({ id }) => id === at)
  const sentence = said && !isOffered && Object.hasOwn(saidWords, said) ? saidWords[said] : undefined
  return (
    <div id={saidAnchor}>
      {sentence && (
        <p className="refusal" role="alert">
          {sentence}
        </p>
      )}
      <UndeleteForms comments={undeletable} slug={slug} at={at} />
    </div>
  )
}
