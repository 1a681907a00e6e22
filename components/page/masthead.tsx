import type { Section } from '@/db/queries/sections'
import { siteWords } from '@/lib/words/site'
import { SearchField } from '../search/search-field'

export function Masthead({ sections }: { sections: Section[] }) {
  return (
    <header className="masthead">
      <div className="masthead-top">
        <a className="nameplate" href="/">
          {siteWords.name}
        </a>
        <reader-name>
          <a className="masthead-account" href="/account">
            {siteWords.account}
          </a>
        </reader-name>
      </div>
      <div className="masthead-bar">
        {sections.length > 0 && (
          <nav aria-label={siteWords.sections} className="sections">
            <ul>
              {sections.map((section) => (
                <li key={section.id}>
                  <a href={`/sections/${section.slug}`}>{section.name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <SearchField />
      </div>
    </header>
  )
}
