import { searchWords } from '@/lib/words/search'

/** The search on every page: one field, one button, no script. `id` where a page has a second one. */
export function SearchField({ id = 'search' }: { id?: string }) {
  return (
    <search className="search-field">
      <form action="/search" method="get">
        <label htmlFor={id}>{searchWords.field}</label>
        <input id={id} type="search" name="q" maxLength={200} autoComplete="off" enterKeyHint="search" />
        <button type="submit">{searchWords.submit}</button>
      </form>
    </search>
  )
}
