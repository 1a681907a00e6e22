import type { PublicComment } from '@/db/queries/comments'
import { commentWords } from '@/lib/words/comment'
import { pickWords } from '@/lib/words/pick'

type Props = { comment: Pick<PublicComment, 'rank' | 'isByAuthor' | 'isPicked'> }

/**
 * What the paper says of a comment's writer and of the comment. It stands beside the name, never in it: no name has a word
 * or sign that could be taken for one of these (`publicName`).
 */
export function Badges({ comment: { rank, isByAuthor, isPicked } }: Props) {
  return (
    <>
      {isByAuthor && <span className="badge badge-author">{pickWords.byAuthor}</span>}
      {rank && rank !== 'member' && <span className="badge">{commentWords.staff[rank]}</span>}
      {isPicked && <span className="badge badge-pick">{pickWords.mark}</span>}
    </>
  )
}
