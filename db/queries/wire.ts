import { and, asc, count, desc, eq, exists, gte, lt, max, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import {
  article,
  articleAuthor,
  articleCount,
  articleTopic,
  articleVersion,
  author,
  media,
  section,
  topic,
} from '../schema'
import { card, isOut } from './articles'

const topics = sql<{ slug: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('slug', ${topic.slug}, 'name', ${topic.name}) order by ${articleTopic.position}, ${topic.id})
  from ${articleTopic} join ${topic} on ${topic.id} = ${articleTopic.topicId}
  where ${articleTopic.articleId} = ${article.id}), '[]')`

/** The newest articles that are out, with all that they say. */
export async function listFeedArticles(limit: number, now = new Date(), on: Db = db) {
  return on
    .select({ ...card, changedAt: article.changedAt, body: articleVersion.body, topics })
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(articleCount, eq(articleCount.articleId, article.id))
    .leftJoin(media, eq(media.id, articleVersion.pictureId))
    .where(isOut(now))
    .orderBy(sql`${article.publishedAt} desc nulls last`, sql`${article.id} desc nulls last`)
    .limit(limit)
}

export type FeedArticle = Awaited<ReturnType<typeof listFeedArticles>>[number]

/** When what an article says last changed in substance. Comments and reactions change nothing of it. */
const lastChange = sql<Date>`greatest(${article.publishedAt}, ${article.changedAt})`.mapWith(article.publishedAt)
const latestChange = max(lastChange).mapWith(article.publishedAt)

/** Months that have articles, as YYYY-MM in UTC, with the last change in each. */
export async function listSitemapMonths(now = new Date(), on: Db = db) {
  const month = sql<string>`to_char(${article.publishedAt} at time zone 'UTC', 'YYYY-MM')`
  return on
    .select({ month, articles: count(), changedAt: latestChange })
    .from(article)
    .where(isOut(now))
    .groupBy(month)
    .orderBy(desc(month))
    .limit(3000)
}

export type SitemapMonth = Awaited<ReturnType<typeof listSitemapMonths>>[number]

/** On one map: far below the 50,000 that the protocol allows, so that none grows too large to draw. */
export const mostAddresses = 10_000

export type SitemapAddress = { path: string; changedAt: Date | null }

/** Which map: the lists of the paper by kind, or part N of the articles of a month, written YYYY-MM. */
export type SitemapName = { of: 'pages' | 'topics' | 'authors' } | { of: 'month'; month: string; part: number }

type Span = { from: Date; before: Date }

/** Addresses of the articles of a month, in the order of their publication. */
export async function listSitemapArticles(
  { from, before }: Span,
  page: { limit: number; offset: number },
  now = new Date(),
  on: Db = db,
) {
  return on
    .select({ slug: article.slug, changedAt: lastChange })
    .from(article)
    .where(and(isOut(now), gte(article.publishedAt, from), lt(article.publishedAt, before)))
    .orderBy(asc(article.publishedAt), asc(article.id))
    .limit(page.limit)
    .offset(page.offset)
}

/** Sections that have articles, with the last change among them. */
export async function listSitemapSections(now = new Date(), on: Db = db) {
  return on
    .select({ slug: section.slug, changedAt: latestChange })
    .from(section)
    .innerJoin(article, eq(article.sectionId, section.id))
    .where(isOut(now))
    .groupBy(section.id)
    .orderBy(asc(section.slug))
    .limit(1000)
}

export async function listSitemapTopics(limit: number, now = new Date(), on: Db = db) {
  return on
    .select({ slug: topic.slug, changedAt: latestChange })
    .from(topic)
    .innerJoin(articleTopic, eq(articleTopic.topicId, topic.id))
    .innerJoin(article, eq(article.id, articleTopic.articleId))
    .where(isOut(now))
    .groupBy(topic.id)
    .orderBy(asc(topic.slug))
    .limit(limit)
}

export async function listSitemapAuthors(limit: number, now = new Date(), on: Db = db) {
  return on
    .select({ slug: author.slug, changedAt: latestChange })
    .from(author)
    .innerJoin(articleAuthor, eq(articleAuthor.authorId, author.id))
    .innerJoin(article, eq(article.id, articleAuthor.articleId))
    .where(isOut(now))
    .groupBy(author.id)
    .orderBy(asc(author.slug))
    .limit(limit)
}

/** Whether anything that is out has a topic, and an author. */
export async function findWhatIsNamed(now = new Date(), on: Db = db) {
  const out = on.select({ one: sql`1` }).from(article)
  const withTopic = out.innerJoin(articleTopic, eq(articleTopic.articleId, article.id)).where(isOut(now))
  const withAuthor = on
    .select({ one: sql`1` })
    .from(article)
    .innerJoin(articleAuthor, eq(articleAuthor.articleId, article.id))
    .where(isOut(now))
  const [row] = await on
    .select({ hasTopics: exists(withTopic).mapWith(Boolean), hasAuthors: exists(withAuthor).mapWith(Boolean) })
    .from(sql`(select 1) one`)
  return { hasTopics: row?.hasTopics ?? false, hasAuthors: row?.hasAuthors ?? false }
}
