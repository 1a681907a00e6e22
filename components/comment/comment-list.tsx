import { commentAnchor, permalink, threadPath } from '@/domain/comment/addresses'
import { countReplies, type Thread } from '@/domain/comment/thread'
import { markupOf } from '@/lib/markup'
import { commentWords } from '@/lib/words/comment'
import { pickWords } from '@/lib/words/pick'
import { Moment } from '../page/moment'
import { GivenRule } from './given-rule'
import { type Reader, VisibleComment } from './visible-comment'

type Props = {
  threads: Thread[]
  slug: string
  reader?: Reader | undefined
  canAnswer: boolean
  level?: number
  start?: number
}

/**
 * Comments as nested ordered lists, so that position and level are told by the list itself. They are made HTML in one go,
 * the threads aside in which the reader has a comment, since the form to delete it has an action of Next.
 */
export function CommentList({ threads, slug, reader, canAnswer, level = 0, start }: Props) {
  const list = { className: level === 0 ? 'comments' : 'replies', start }
  const hasOwn = reader !== undefined && reader.own.size > 0
  const items = threads.map((thread) => {
    const item = { thread, slug, reader, canAnswer, level }
    const markup = level === 0 && hasOwn && !holdsOwn(thread, reader.own) ? markupOf(<Item {...item} />) : undefined
    return drawItem(thread.comment.id, item, markup)
  })
  const isSame = reader ? undefined : [threads, slug, canAnswer]
  const markup = level === 0 && !hasOwn ? markupOf(items, isSame) : undefined
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it of the same elements, and escaped every text.
  return markup ? <ol {...list} dangerouslySetInnerHTML={markup} /> : <ol {...list}>{items}</ol>
}

function drawItem(key: string, item: ItemProps, markup: ReturnType<typeof markupOf>) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it of the same elements, and escaped every text.
  if (markup) return <li key={key} dangerouslySetInnerHTML={markup} />
  return (
    <li key={key}>
      <Item {...item} />
    </li>
  )
}

const holdsOwn = ({ comment, replies }: Thread, own: ReadonlySet<string>): boolean =>
  own.has(comment.id) || replies.some((reply) => holdsOwn(reply, own))

type ItemProps = { thread: Thread; slug: string; reader?: Reader | undefined; canAnswer: boolean; level: number }

function Item({ thread, slug, reader, canAnswer, level }: ItemProps) {
  const { comment, replies, undrawn, isApart } = thread
  return (
    <>
      <article
        id={commentAnchor(comment.id)}
        className={reader?.at === comment.id ? 'comment comment-here' : 'comment'}
      >
        {comment.standing === 'visible' ? (
          <VisibleComment {...{ comment, slug, reader, canAnswer }} />
        ) : (
          <p className="comment-placeholder">
            <Placeholder comment={comment} />
          </p>
        )}
      </article>
      {replies.length > 0 && (
        <details open>
          <summary>{commentWords.repliesBelow(countReplies(thread))}</summary>
          <CommentList threads={replies} {...{ slug, reader, canAnswer }} level={level + 1} />
        </details>
      )}
      {isApart && (
        <p className="continue">
          <a href={permalink(comment.id)} rel="nofollow">
            {pickWords.inThread(comment.replies)}
          </a>
        </p>
      )}
      {undrawn > 0 && (
        <p className="continue">
          <a href={threadPath(slug, comment.id)} rel="nofollow">
            {commentWords.continueThread(undrawn)}
          </a>
        </p>
      )}
    </>
  )
}

/** What stays of a comment that readers could read once. */
function Placeholder({ comment: { standing, hiddenBecause, movedAt } }: Pick<Thread, 'comment'>) {
  if (standing === 'hidden' && hiddenBecause) {
    return (
      <>
        {commentWords.hidden} — <GivenRule reason={hiddenBecause} />
        {movedAt && (
          <>
            , <Moment at={movedAt} style="clock" />
          </>
        )}
      </>
    )
  }
  return (
    <>
      {commentWords.deleted} {movedAt && <Moment at={movedAt} />}
    </>
  )
}
