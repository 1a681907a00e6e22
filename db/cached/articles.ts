import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { isSlug } from '@/lib/slug'
import { tags } from '../invalidate'
import {
  type ArticleCard,
  type ArticleFilter,
  countArticles,
  findArticle,
  findNextPublication,
  findWhyMissing,
  listArticles,
  listAuthorsOf,
  listCorrectionsOf,
  listMonths,
  listTopicsOf,
} from '../queries/articles'
import { listSections } from '../queries/sections'

export const articlesPerPage = 30

const cardTags = (cards: ArticleCard[]) => cards.flatMap((card) => [tags.article(card.id), tags.counts(card.id)])

/** The article at an address with all that stands on its page, or why there is none. */
export async function readArticle(slug: string) {
  'use cache'
  cacheLife('max')
  if (!isSlug(slug)) {
    cacheTag(tags.status(404))
    return { state: 'unknown' as const }
  }
  cacheTag(tags.slug(slug))
  if (env().isBuild) return { state: 'unknown' as const }
  const now = new Date()
  const article = await findArticle(slug, now)
  if (!article) return readWhyMissing(slug, now)

  cacheTag(tags.article(article.id), tags.conversations, ...tags.until(article.conversationChangesAt))
  const [authors, topics, corrections] = await Promise.all([
    listAuthorsOf(article.id),
    listTopicsOf(article.id),
    listCorrectionsOf(article.id),
  ])
  cacheTag(...authors.map((author) => tags.author(author.id)))
  return { state: 'out' as const, ...article, authors, topics, corrections }
}

export type ReadArticle = Extract<Awaited<ReturnType<typeof readArticle>>, { state: 'out' }>

async function readWhyMissing(slug: string, now: Date) {
  const missing = await findWhyMissing(slug, now)
  if (missing.why === 'moved') return { state: 'moved' as const, slug: missing.slug }
  if (missing.why === 'withdrawn') {
    cacheTag(tags.status(410))
    return { state: 'withdrawn' as const, reason: missing.reason ?? '' }
  }
  cacheTag(tags.status(404), ...tags.until(missing.until))
  return { state: 'unknown' as const }
}

/** An article's counts, which change more often than what it says. */
export async function readCounts(slug: string, articleId: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.counts(articleId), tags.comments(articleId))
  const article = await findArticle(slug)
  return {
    likes: article?.likes ?? 0,
    dislikes: article?.dislikes ?? 0,
    comments: article?.comments ?? 0,
    roots: article?.roots ?? 0,
    picks: article?.picks ?? 0,
  }
}

/** The front page: the latest articles, and of each section the latest that are not among the first of them. */
export async function readFront() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.front, tags.sections)
  if (env().isBuild) return { latest: [], sections: [] }
  const now = new Date()
  const latest = await listArticles({ of: 'all' }, { limit: 16, offset: 0 }, now)
  const onTop = new Set(latest.slice(0, 7).map((card) => card.id))
  const sections = await Promise.all(
    (await listSections(now)).map(async (section) => {
      const cards = await listArticles({ of: 'section', id: section.id }, { limit: 11, offset: 0 }, now)
      return { section, cards: cards.filter((card) => !onTop.has(card.id)).slice(0, 4) }
    }),
  )
  cacheTag(...cardTags(latest), ...tags.until(await findNextPublication({ of: 'all' }, now)))
  for (const { section, cards } of sections) cacheTag(tags.section(section.id), ...cardTags(cards))
  return { latest, sections: sections.filter(({ cards }) => cards.length > 0) }
}

/** The tag of a list: publishing into it or withdrawing from it invalidates that. */
function tagOf(filter: ArticleFilter) {
  switch (filter.of) {
    case 'all':
      return tags.front
    case 'month':
      return tags.archive(filter.from.toISOString().slice(0, 7))
    case 'section':
      return tags.section(filter.id)
    case 'topic':
      return tags.topic(filter.id)
    case 'author':
      return tags.author(filter.id)
  }
}

/** Page N of a list, and how many pages there are. Past the last page there are no cards. */
export async function readList(filter: ArticleFilter, page: number) {
  'use cache'
  cacheLife('max')
  cacheTag(tagOf(filter))
  if (env().isBuild) return { cards: [], articles: 0, pages: 1 }
  const now = new Date()
  const [cards, articles, next] = await Promise.all([
    listArticles(filter, { limit: articlesPerPage, offset: (page - 1) * articlesPerPage }, now),
    countArticles(filter, now),
    findNextPublication(filter, now),
  ])
  const pages = Math.max(1, Math.ceil(articles / articlesPerPage))
  cacheTag(...cardTags(cards), ...tags.until(next))
  if (page > pages) cacheTag(tags.status(404))
  return { cards, articles, pages }
}

/** The months of the archive with their numbers of articles. */
export async function readMonths() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire)
  if (env().isBuild) return []
  const now = new Date()
  cacheTag(...tags.until(await findNextPublication({ of: 'all' }, now)))
  return listMonths(now)
}
