import { casePath } from '@/domain/moderation/addresses'
import { type ListPart, listPartPath } from '@/domain/word-filter/addresses'
import type { MatchedWord } from '@/domain/word-filter/matched-word'
import { filterWords as words } from '@/lib/words/filter'
import { Moment } from '../page/moment'
import { MatchedText } from './matched-text'

type Find = { id: string; text: string; createdAt: Date; words: MatchedWord[]; wasApproved?: boolean }

/** Comments that a list found, with what it found in them. */
export function ListFinds({ finds }: { finds: Find[] }) {
  if (finds.length === 0) return null
  return (
    <ol className="list-finds">
      {finds.map(({ id, text, createdAt, words: found, wasApproved }) => (
        <li key={id}>
          <p>
            <Moment at={createdAt} />
            {wasApproved !== undefined && ` · ${wasApproved ? words.wasApproved : words.notApproved}`} ·{' '}
            <a href={casePath(id)} aria-label={words.openOf(found[0]?.term ?? '')}>
              {words.open}
            </a>
          </p>
          <MatchedText text={text} words={found} />
        </li>
      ))}
    </ol>
  )
}

type PagesProps = { listId: string; part: ListPart; page: number; pages: number }

/** The way between the pages of a part of a list's page. */
export function ListPages({ listId, part, page, pages }: PagesProps) {
  if (pages === 1) return null
  return (
    <nav className="list-pages" aria-label={words.pagesOf[part]}>
      {page > 1 && <a href={listPartPath(listId, part, page - 1)}>{words.earlier}</a>} {words.page(page, pages)}{' '}
      {page < pages && <a href={listPartPath(listId, part, page + 1)}>{words.later}</a>}
    </nav>
  )
}
