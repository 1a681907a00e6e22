import type { PublicComment } from '@/db/queries/comments'
import { commentsPath, permalink } from '@/domain/comment/addresses'
import { commentPlainText } from '@/domain/comment/text/comment-text'
import { openingOf } from '@/lib/opening'
import { pickWords as words } from '@/lib/words/pick'

/** An article's page shows so many. */
const mostTopPicks = 3

type Props = { picks: PublicComment[]; total: number; slug: string }

/** The last picks above a conversation, each as it begins: the comments themselves stand in their threads. */
export function TopPicks({ picks, total, slug }: Props) {
  if (picks.length === 0) return null
  return (
    <aside className="top-picks" aria-labelledby="top-picks">
      <h3 id="top-picks">{words.heading}</h3>
      <ul>
        {picks.slice(0, mostTopPicks).map(({ id, name, text, replies }) => (
          <li key={id} data-pick={id}>
            <blockquote dir="auto">{openingOf(commentPlainText(text))}</blockquote>
            <p>
              <b className="comment-name" dir="auto">
                {name}
              </b>{' '}
              <a href={permalink(id)} rel="nofollow">
                {words.inThread(replies)}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {total > mostTopPicks && (
        <p>
          <a href={commentsPath(slug, 1, 'picks')} rel="nofollow">
            {words.all(total)}
          </a>
        </p>
      )}
    </aside>
  )
}
