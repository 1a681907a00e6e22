import type { CollectionPage, WithContext } from 'schema-dts'
import type { ArticleCard } from '@/db/queries/articles'
import { siteWords } from '@/lib/words/site'
import { articlePath } from '../comment/addresses'
import { pagePath, siteAddress, wholeAddress } from './address'
import { publisher } from './publisher'

/** `path` is the address of the list's first page, `cards` what stands on this one. */
type ListPage = {
  path: string
  title: string
  page: number
  cards: readonly Pick<ArticleCard, 'slug' | 'headline'>[]
}

/** A page of a section, topic, author or month, with its articles and the way to it from the front page. */
export function listJsonLd({ path, title, page, cards }: ListPage): WithContext<CollectionPage> {
  const url = wholeAddress(pagePath(path, page))
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': `${url}#page`,
    url,
    name: title,
    publisher: publisher(),
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: siteWords.front, item: siteAddress() },
        { '@type': 'ListItem', position: 2, name: title, item: wholeAddress(path) },
      ],
    },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: cards.length,
      itemListElement: cards.map(({ slug, headline }, place) => ({
        '@type': 'ListItem',
        position: place + 1,
        name: headline,
        url: wholeAddress(articlePath(slug)),
      })),
    },
  }
}
