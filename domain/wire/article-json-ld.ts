import type { AdvertiserContentArticle, Comment, NewsArticle, WithContext } from 'schema-dts'
import type { PublicComment } from '@/db/queries/comments'
import { articlePath, permalink } from '../comment/addresses'
import { wholeAddress } from './address'
import { publisher } from './publisher'
import { sharePicture } from './share-picture'
import { summaryOf } from './summary'
import { lastChange, type WireArticle } from './wire-article'

/** So many comments say what a conversation is like; more would only be sent twice. */
const mostComments = 20

const types = {
  news: 'NewsArticle',
  live: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  sponsored: 'AdvertiserContentArticle',
} as const

/** An article as schema.org describes it, with its corrections and what readers can read below it. */
export function articleJsonLd(
  article: WireArticle,
  comments: readonly PublicComment[] = [],
): WithContext<NewsArticle | AdvertiserContentArticle> {
  const url = wholeAddress(articlePath(article.slug))
  const picture = sharePicture(article.picture)
  return {
    '@context': 'https://schema.org',
    '@type': types[article.label],
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: article.headline,
    description: summaryOf(article),
    image: picture && [{ '@type': 'ImageObject', ...imageOf(picture), creditText: article.picture?.credit }],
    datePublished: article.publishedAt.toISOString(),
    dateModified: lastChange(article).toISOString(),
    author: article.authors.map(({ slug, name }) => ({
      '@type': 'Person',
      name,
      url: wholeAddress(`/authors/${slug}`),
    })),
    publisher: publisher(),
    articleSection: article.sectionName,
    keywords: article.topics.map(({ name }) => name),
    inLanguage: article.language === 'und' ? undefined : article.language,
    isAccessibleForFree: true,
    license: article.licence ?? undefined,
    isBasedOn: article.sourceUrl ?? undefined,
    correction: article.corrections.map(({ text, publishedAt }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: publishedAt.toISOString(),
    })),
    commentCount: article.comments,
    comment: comments.filter(isReadable).slice(0, mostComments).map(commentJsonLd),
  }
}

const imageOf = ({ url, width, height, alt }: NonNullable<ReturnType<typeof sharePicture>>) => ({
  url,
  width: { '@type': 'QuantitativeValue' as const, value: width, unitCode: 'E37' },
  height: { '@type': 'QuantitativeValue' as const, value: height, unitCode: 'E37' },
  caption: alt,
})

const isReadable = ({ standing }: PublicComment) => standing === 'visible'

function commentJsonLd({ id, text, name, handle, createdAt, likes, dislikes }: PublicComment): Comment {
  const url = wholeAddress(permalink(id))
  return {
    '@type': 'Comment',
    '@id': url,
    url,
    text,
    dateCreated: createdAt.toISOString(),
    author: {
      '@type': 'Person',
      name: name ?? undefined,
      url: handle ? wholeAddress(`/members/${handle}`) : undefined,
    },
    upvoteCount: likes,
    downvoteCount: dislikes,
  }
}
