import { FormToken } from '@/components/form/form-token.island'
import { Moment } from '@/components/page/moment'
import { permalink } from '@/domain/comment/addresses'
import { repliesPath } from '@/domain/notification/inbox-place'
import type { Replies } from '@/domain/notification/read-replies'
import { notificationWords as words } from '@/lib/words/notification'

type Props = Pick<Replies, 'replies' | 'older' | 'isFirst' | 'unread'> & {
  /** When the page was drawn: what comes later was not seen on it. */
  now: Date
  markRead: (form: FormData) => Promise<void>
}

/** What others answered to a member's comments, the latest first. */
export function ReplyList({ replies, older, isFirst, unread, now, markRead }: Props) {
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">
        {words.heading}
        {unread > 0 && ` (${words.unread(unread)})`}
      </h2>
      {replies.length === 0 && <p className="empty">{isFirst ? words.none : words.noneOlder}</p>}
      <ul className="own-replies">
        {replies.map((reply) => (
          <ReplyRow key={reply.id} {...{ reply, markRead }} />
        ))}
      </ul>
      {unread > 1 && (
        <form action={markRead}>
          <FormToken />
          <input type="hidden" name="until" value={now.getTime()} />
          <button className="button" type="submit">
            {words.markAllRead}
          </button>
        </form>
      )}
      {(older || !isFirst) && (
        <nav aria-label={words.heading} className="own-replies-paging">
          {!isFirst && <a href={repliesPath()}>{words.newest}</a>}
          {older && <a href={repliesPath(older)}>{words.older}</a>}
        </nav>
      )}
    </section>
  )
}

function ReplyRow({ reply, markRead }: { reply: Replies['replies'][number]; markRead: Props['markRead'] }) {
  const name = reply.name ?? words.guest
  return (
    <li className={reply.readAt ? undefined : 'is-unread'}>
      <p>
        {!reply.readAt && <strong>{words.isUnread}: </strong>}
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {words.answered} <a href={permalink(reply.commentId)}>{reply.headline}</a>, <Moment at={reply.createdAt} />
      </p>
      <blockquote dir="auto">{reply.excerpt}</blockquote>
      {!reply.readAt && (
        <form action={markRead}>
          <FormToken />
          <input type="hidden" name="id" value={reply.id} />
          <button className="button-quiet" type="submit" aria-label={words.markReadOf(name)}>
            {words.markRead}
          </button>
        </form>
      )}
    </li>
  )
}
