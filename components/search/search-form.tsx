import { longestQuery, type SearchQuestion, type SearchSort } from '@/domain/search/search-question'
import { searchWords as words } from '@/lib/words/search'

type Named = { slug: string; name: string }
type Props = { question: SearchQuestion; sections: readonly Named[]; authors: readonly Named[] }

const sorts: readonly SearchSort[] = ['relevance', 'newest']

/** The whole question as a plain form, so that its address is the question. */
export function SearchForm({ question, sections, authors }: Props) {
  const { q, section, author, from, to, sort } = question
  return (
    <search>
      <form action="/search" method="get" className="search-form">
        <div className="field">
          <label htmlFor="q">{words.again}</label>
          <p className="hint" id="q-hint">
            {words.hint}
          </p>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={longestQuery}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby="q-hint"
          />
        </div>
        <fieldset>
          <legend>{words.filters}</legend>
          <Choice name="section" label={words.section} all={words.everySection} options={sections} chosen={section} />
          <Choice name="author" label={words.author} all={words.everyAuthor} options={authors} chosen={author} />
          <Day name="from" label={words.from} value={from} />
          <Day name="to" label={words.to} value={to} />
          <div className="field">
            <label htmlFor="sort">{words.sort}</label>
            <select id="sort" name="sort" defaultValue={sort}>
              {sorts.map((one) => (
                <option key={one} value={one}>
                  {words.sorts[one]}
                </option>
              ))}
            </select>
          </div>
        </fieldset>
        <button className="button" type="submit">
          {words.submit}
        </button>
      </form>
    </search>
  )
}

type ChoiceProps = { name: string; label: string; all: string; options: readonly Named[]; chosen: string | undefined }

function Choice({ name, label, all, options, chosen }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.slug} value={option.slug}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} type="date" name={name} defaultValue={value} />
    </div>
  )
}
