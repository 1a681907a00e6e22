import { siteWords } from '@/lib/words/site'
import { SearchField } from '../search/search-field'

/** A page that has only something to say: that there is no such page, or that it was withdrawn. */
export function NoticePage({ heading, lead }: { heading: string; lead: string }) {
  return (
    <main id="text" className="notice-page">
      <h1>{heading}</h1>
      <p>{lead}</p>
      <SearchField id="notice-search" />
      <p>
        <a href="/">{siteWords.home}</a>
      </p>
    </main>
  )
}

export function MissingPage() {
  return <NoticePage heading={siteWords.missing} lead={siteWords.missingLead} />
}
