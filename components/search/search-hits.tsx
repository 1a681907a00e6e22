import type { SearchHit } from '@/db/queries/search'
import { textOfRuns } from '@/lib/marked-runs'
import { articleWords } from '@/lib/words/article'
import { searchWords } from '@/lib/words/search'
import { Moment } from '../page/moment'
import { MarkedText } from './marked-text'

/** `start` is the place of the first hit among all. */
export function SearchHits({ hits, start }: { hits: readonly SearchHit[]; start: number }) {
  return (
    <ol className="search-hits" start={start} aria-labelledby="results">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Hit hit={hit} />
        </li>
      ))}
    </ol>
  )
}

/** A fragment is out of the middle of a text. */
const gap = { text: ' … ', isMarked: false }

function Hit({ hit }: { hit: SearchHit }) {
  const label = articleWords.labels[hit.label]
  return (
    <article lang={hit.language === 'und' ? undefined : hit.language}>
      <h3>
        <a href={`/articles/${hit.slug}`}>
          <MarkedText runs={hit.headline} />
        </a>
      </h3>
      <p className="search-hit-facts">
        {label && <span>{label}</span>}
        <a href={`/sections/${hit.sectionSlug}`}>{hit.sectionName}</a>
        <Moment at={hit.publishedAt} style="day" />
        {hit.bylines.length > 0 && <span>{searchWords.by(hit.bylines.map((author) => author.name))}</span>}
      </p>
      {hit.fragments.map((fragment) => (
        <p key={textOfRuns(fragment)} className="search-fragment">
          <MarkedText runs={[gap, ...fragment, gap]} />
        </p>
      ))}
    </article>
  )
}
