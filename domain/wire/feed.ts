import { generateRssFeed } from 'feedsmith'
import type { FeedArticle } from '@/db/queries/wire'
import { env } from '@/lib/env'
import { siteWords } from '@/lib/words/site'
import { wireWords } from '@/lib/words/wire'
import { parseBody } from '../article/body/body'
import { htmlFromBody } from '../article/body/to-html'
import { articlePath } from '../comment/addresses'
import { siteAddress, wholeAddress } from './address'
import { sharePicture } from './share-picture'
import { summaryOf } from './summary'
import { lastChange } from './wire-article'

/** The newest articles in full, as RSS 2.0. */
export function siteFeed(articles: readonly FeedArticle[]) {
  const changes = articles.map((article) => lastChange(article).getTime())
  const xml = generateRssFeed({
    title: siteWords.name,
    link: siteAddress(),
    description: wireWords.feedDescription(siteWords.name),
    language: env().siteLanguage,
    ...(changes.length > 0 && { lastBuildDate: new Date(Math.max(...changes)) }),
    atom: { links: [{ href: wholeAddress('/feed.xml'), rel: 'self', type: 'application/rss+xml' }] },
    items: articles.map(itemOf),
  })
  return withoutIndents(xml)
}

/** The library indents texts that it quotes, and the line breaks would be part of every such title. */
const withoutIndents = (xml: string) => xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></')

function itemOf(article: FeedArticle) {
  const picture = sharePicture(article.picture)
  return {
    title: article.headline,
    link: wholeAddress(articlePath(article.slug)),
    description: summaryOf(article),
    categories: [
      { name: article.sectionName, domain: wholeAddress(`/sections/${article.sectionSlug}`) },
      ...article.topics.map(({ slug, name }) => ({ name, domain: wholeAddress(`/topics/${slug}`) })),
    ],
    // Stays the same when the address changes, so that no reader is shown an article twice.
    guid: { value: `urn:uuid:${article.id}`, isPermaLink: false },
    pubDate: article.publishedAt,
    dc: { creators: article.bylines.map(({ name }) => name) },
    atom: { updated: lastChange(article) },
    content: { encoded: htmlFromBody(parseBody(article.body), env().siteUrl) },
    ...(picture && {
      media: {
        contents: [
          { url: picture.url, medium: 'image', type: 'image/webp', width: picture.width, height: picture.height },
        ],
      },
    }),
  }
}
