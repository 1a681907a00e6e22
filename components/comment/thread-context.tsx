import type { PublicComment } from '@/db/queries/comments'
import { permalink } from '@/domain/comment/addresses'
import { commentWords } from '@/lib/words/comment'
import { Badges } from './badges'
import { CommentText } from './comment-text'
import { Ignored } from './ignore-form'

/** Whom a comment of a deep thread answers, and whom that one answered: each leads to its place. */
export function ThreadContext({ above, ignored }: { above: PublicComment[]; ignored?: ReadonlySet<string> }) {
  return above.map(({ id, name, standing, text, ...comment }) => (
    <blockquote key={id} className="comment-context">
      <a href={permalink(id)} rel="nofollow">
        {name ? commentWords.wrote(name) : commentWords.wroteGone}
      </a>
      <span className="comment-header">
        <Badges comment={comment} />
      </span>
      {standing === 'visible' && !ignored?.has(id) && <CommentText source={text} />}
      {standing === 'visible' && ignored?.has(id) && (
        <Ignored>
          <CommentText source={text} />
        </Ignored>
      )}
    </blockquote>
  ))
}
