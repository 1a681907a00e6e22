import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { monthOf } from '@/lib/month'
import { tags } from '../invalidate'
import { findNextPublication } from '../queries/articles'
import {
  findWhatIsNamed,
  listFeedArticles,
  listSitemapArticles,
  listSitemapAuthors,
  listSitemapMonths,
  listSitemapSections,
  listSitemapTopics,
  mostAddresses,
  type SitemapAddress,
  type SitemapName,
} from '../queries/wire'

const articlesInFeed = 50

export async function readFeed() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire)
  if (env().isBuild) return []
  const now = new Date()
  const articles = await listFeedArticles(articlesInFeed, now)
  cacheTag(...articles.map(({ id }) => tags.article(id)), ...(await untilNext(now)))
  return articles
}

export async function readSitemapIndex() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire)
  if (env().isBuild) return { months: [], hasTopics: false, hasAuthors: false }
  const now = new Date()
  cacheTag(...(await untilNext(now)))
  return { months: await listSitemapMonths(now), ...(await findWhatIsNamed(now)) }
}

/** The addresses on one map; none where there is no such map. */
export async function readSitemap(name: SitemapName): Promise<SitemapAddress[]> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire)
  if (env().isBuild) return []
  const now = new Date()
  cacheTag(...(await untilNext(now)))
  return listAddresses(name, now)
}

const untilNext = async (now: Date) => tags.until(await findNextPublication({ of: 'all' }, now))

async function listAddresses(name: SitemapName, now: Date): Promise<SitemapAddress[]> {
  switch (name.of) {
    case 'pages':
      return listPages(now)
    case 'topics':
      return under('/topics', await listSitemapTopics(mostAddresses, now))
    case 'authors':
      return under('/authors', await listSitemapAuthors(mostAddresses, now))
    case 'month':
      return listArticlesOf(name, now)
  }
}

async function listPages(now: Date) {
  const sections = await listSitemapSections(now)
  const latest = sections.reduce<Date | null>(
    (last, { changedAt }) => (last && changedAt && last > changedAt ? last : changedAt),
    null,
  )
  const rules = ['/rules', '/moderation-log', '/moderation-log/reports'].map((path) => ({ path, changedAt: null }))
  return [
    { path: '/', changedAt: latest },
    { path: '/archive', changedAt: latest },
    ...rules,
    ...under('/sections', sections),
  ]
}

async function listArticlesOf({ month, part }: Extract<SitemapName, { of: 'month' }>, now: Date) {
  const [year = '', ofYear = ''] = month.split('-')
  const span = monthOf(year, ofYear)
  if (!span) return []
  const page = { limit: mostAddresses, offset: (part - 1) * mostAddresses }
  return under('/articles', await listSitemapArticles(span, page, now))
}

const under = (path: string, rows: { slug: string; changedAt: Date | null }[]) =>
  rows.map(({ slug, changedAt }) => ({ path: `${path}/${slug}`, changedAt }))
