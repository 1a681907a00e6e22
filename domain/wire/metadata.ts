import type { Metadata } from 'next'
import { siteWords } from '@/lib/words/site'
import { articlePath } from '../comment/addresses'
import { pagePath, siteAddress, wholeAddress } from './address'
import { sharePicture } from './share-picture'
import { summaryOf } from './summary'
import { lastChange, type WireArticle } from './wire-article'

const shownWhole: Metadata['robots'] = { index: true, follow: true, 'max-image-preview': 'large' }

/** Given with every canonical address: what a page says of `alternates` replaces all that the layout says of it. */
function alternates(canonical: string): Metadata['alternates'] {
  return {
    canonical,
    types: { 'application/rss+xml': [{ url: wholeAddress('/feed.xml'), title: siteWords.name }] },
  }
}

export function frontMetadata(): Metadata {
  const told = { title: siteWords.name, description: siteWords.lead }
  return {
    title: { absolute: siteWords.name },
    description: siteWords.lead,
    robots: shownWhole,
    alternates: alternates(siteAddress()),
    openGraph: { type: 'website', siteName: siteWords.name, ...told, url: siteAddress() },
    twitter: { card: 'summary', ...told },
  }
}

export function articleMetadata(article: WireArticle): Metadata {
  const url = wholeAddress(articlePath(article.slug))
  const picture = sharePicture(article.picture)
  const told = { title: article.headline, description: summaryOf(article) }
  return {
    ...told,
    authors: article.authors.map(({ slug, name }) => ({ name, url: wholeAddress(`/authors/${slug}`) })),
    robots: shownWhole,
    alternates: alternates(url),
    openGraph: {
      ...told,
      type: 'article',
      siteName: siteWords.name,
      url,
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: lastChange(article).toISOString(),
      authors: article.authors.map(({ slug }) => wholeAddress(`/authors/${slug}`)),
      section: article.sectionName,
      tags: article.topics.map(({ name }) => name),
      ...(picture && { images: [picture] }),
    },
    twitter: { ...told, card: picture ? 'summary_large_image' : 'summary', ...(picture && { images: [picture] }) },
  }
}

/** `path` is the address of the first page; page N stands at `path/N` and is its own canonical address. */
type ListPage = { path: string; title: string; description?: string; page: number; of: number }

export function listMetadata({ path, title: name, description, page, of }: ListPage): Metadata {
  const url = wholeAddress(pagePath(path, page))
  const title = page > 1 ? `${name}, ${siteWords.pageOf(page, of).toLowerCase()}` : name
  const said = description === '' ? siteWords.listLead(name) : description
  const told = { title, ...(said && { description: said }) }
  return {
    ...told,
    robots: shownWhole,
    alternates: alternates(url),
    openGraph: { ...told, type: 'website', siteName: siteWords.name, url },
    twitter: { ...told, card: 'summary' },
  }
}

/** A page for one person or one question: not for search engines, though they may follow its links. */
export function noindexMetadata(title: string, canonical?: string): Metadata {
  return {
    title,
    robots: { index: false, follow: true },
    ...(canonical && { alternates: alternates(wholeAddress(canonical)) }),
  }
}

/** A page whose content stands elsewhere too, and whose links lead to more of the same: not for crawlers at all. */
export function closedMetadata(title: string, canonical: string): Metadata {
  return { ...noindexMetadata(title, canonical), robots: { index: false, follow: false } }
}

export const missingMetadata = () => noindexMetadata(siteWords.missing)
