import { commentAnchor, discussionPath } from '@/domain/comment/addresses'
import type { NewMarks } from '@/domain/comment/new-comments'
import { commentWords } from '@/lib/words/comment'

/** Says that a comment is new to the reader, and leads to the next one that is. */
export function NewMark({ id, marks, slug }: { id: string; marks: NewMarks; slug: string }) {
  if (!marks.next.has(id)) return null
  const href = pathTo(marks.next.get(id), marks, slug)
  return (
    <span className="comment-new">
      <b className="badge">{commentWords.fresh}</b> {href && <a href={href}>{commentWords.nextFresh}</a>}
    </span>
  )
}

/** How many are new, as the way to the first of them. */
export function NewCount({ marks, slug }: { marks: NewMarks; slug: string }) {
  const href = pathTo(marks.first, marks, slug)
  if (!href) return null
  const words = marks.isCut ? commentWords.freshMost : commentWords.freshCount
  return (
    <p className="comment-new">
      <a href={href}>{words(marks.count)}</a>
    </p>
  )
}

const pathTo = (onPage: string | undefined, { beyond }: NewMarks, slug: string) =>
  onPage ? `#${commentAnchor(onPage)}` : beyond && discussionPath(slug, { at: beyond })
