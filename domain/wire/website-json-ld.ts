import type { SearchAction, WebSite, WithActionConstraints, WithContext } from 'schema-dts'
import { env } from '@/lib/env'
import { siteWords } from '@/lib/words/site'
import { siteAddress, wholeAddress } from './address'
import { publisher } from './publisher'

/** The paper and its search, for the front page. */
export function websiteJsonLd(): WithContext<WebSite> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${siteAddress()}#site`,
    url: siteAddress(),
    name: siteWords.name,
    inLanguage: env().siteLanguage,
    publisher: publisher(),
    potentialAction: search(),
  }
}

const search = (): WithActionConstraints<Exclude<SearchAction, string>> => ({
  '@type': 'SearchAction',
  target: { '@type': 'EntryPoint', urlTemplate: wholeAddress('/search?q={search_term_string}') },
  'query-input': { '@type': 'PropertyValueSpecification', valueRequired: true, valueName: 'search_term_string' },
})
