import type { DeskComment } from '@/db/queries/desk-comments'
import { listPath } from '@/domain/word-filter/addresses'
import { filterWords as words } from '@/lib/words/filter'
import { MatchedText } from './matched-text'

/** What the word filter found in a comment, marked in its text. What a shadow found is on the filter's page alone. */
export function MatchedWords({ comment: { text, standing, findings } }: { comment: DeskComment }) {
  const found = (findings ?? []).flatMap((one) => (one.because === 'word' && !one.shadow ? [one] : []))
  if (found.length === 0 || standing === 'deleted') return null
  return (
    <div className="matched">
      {found.map(({ listId, list, words: terms }) => (
        <p key={listId}>
          <a href={listPath(listId)}>{words.matched(list)}</a> {[...new Set(terms.map(({ term }) => term))].join(', ')}
        </p>
      ))}
      <p className="hint">{words.matchedText}</p>
      <MatchedText text={text} words={found.flatMap((one) => one.words)} />
    </div>
  )
}
