import { and, asc, count, desc, eq, exists, gt, inArray, lte, min, type SQL, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import {
  article,
  articleAuthor,
  articleCount,
  articleSlug,
  articleTopic,
  articleVersion,
  author,
  correction,
  media,
  section,
  topic,
} from '../schema'
import { conversationColumns, withConversation } from './conversations'
import { picksOfArticle } from './picks'

/** What a reader may see: published, and its time has come. Every reading query starts here. */
export const isOut = (now: Date) => and(eq(article.state, 'published'), lte(article.publishedAt, now))

const picture = {
  id: media.id,
  alt: media.alt,
  credit: media.credit,
  width: media.width,
  height: media.height,
  focusX: media.focusX,
  focusY: media.focusY,
}

const bylines = sql<{ slug: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('slug', ${author.slug}, 'name', ${author.name}) order by ${articleAuthor.position}, ${author.id})
  from ${articleAuthor} join ${author} on ${author.id} = ${articleAuthor.authorId}
  where ${articleAuthor.articleId} = ${article.id}), '[]')`

export const card = {
  id: article.id,
  slug: article.slug,
  label: article.label,
  language: article.language,
  publishedAt: sql<Date>`${article.publishedAt}`.mapWith(article.publishedAt),
  kicker: articleVersion.kicker,
  headline: articleVersion.headline,
  standfirst: articleVersion.standfirst,
  /** How the text begins, for an article that has no standfirst. */
  opening: sql<string>`case when ${articleVersion.standfirst} = '' then left(${articleVersion.bodyText}, 400) else '' end`,
  sectionSlug: section.slug,
  sectionName: section.name,
  bylines,
  comments: articleCount.comments,
  picture,
}

const whole = {
  ...card,
  changedAt: article.changedAt,
  sectionId: article.sectionId,
  versionId: articleVersion.id,
  versionNo: articleVersion.no,
  body: articleVersion.body,
  pictureCaption: articleVersion.pictureCaption,
  ...conversationColumns,
  source: article.source,
  sourceUrl: article.sourceUrl,
  licence: article.licence,
  likes: articleCount.likes,
  dislikes: articleCount.dislikes,
  roots: articleCount.roots,
  picks: picksOfArticle,
}

/** The tables that a card is drawn from, filtered; the caller orders and limits. */
export function selectCards(where: SQL | undefined, on: Db) {
  return on
    .select(card)
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(articleCount, eq(articleCount.articleId, article.id))
    .leftJoin(media, eq(media.id, articleVersion.pictureId))
    .where(where)
}

const latestFirst = [desc(article.publishedAt), desc(article.id)] as const

/** Which articles a list is made of. */
export type ArticleFilter =
  | { of: 'all' }
  | { of: 'section'; id: string }
  | { of: 'topic'; id: string }
  | { of: 'author'; id: string }
  | { of: 'month'; from: Date; before: Date }

function matches(filter: ArticleFilter, on: Db): SQL | undefined {
  switch (filter.of) {
    case 'all':
      return undefined
    case 'section':
      return eq(article.sectionId, filter.id)
    case 'topic':
      return exists(
        on
          .select({ one: sql`1` })
          .from(articleTopic)
          .where(and(eq(articleTopic.articleId, article.id), eq(articleTopic.topicId, filter.id))),
      )
    case 'author':
      return exists(
        on
          .select({ one: sql`1` })
          .from(articleAuthor)
          .where(and(eq(articleAuthor.articleId, article.id), eq(articleAuthor.authorId, filter.id))),
      )
    case 'month':
      return sql`${article.publishedAt} >= ${filter.from.toISOString()} and ${article.publishedAt} < ${filter.before.toISOString()}`
  }
}

export async function listArticles(
  filter: ArticleFilter,
  page: { limit: number; offset: number },
  now = new Date(),
  on: Db = db,
) {
  // Nothing is drawn of the articles before the page: only their places in the list are gone through.
  const listed = on
    .select({ id: article.id })
    .from(article)
    .where(and(isOut(now), matches(filter, on)))
    .orderBy(...latestFirst)
    .limit(page.limit)
    .offset(page.offset)
  return selectCards(inArray(article.id, listed), on)
    .orderBy(...latestFirst)
    .limit(page.limit)
}

export type ArticleCard = Awaited<ReturnType<typeof listArticles>>[number]

export async function countArticles(filter: ArticleFilter, now = new Date(), on: Db = db) {
  const [row] = await on
    .select({ n: count() })
    .from(article)
    .where(and(isOut(now), matches(filter, on)))
  return row?.n ?? 0
}

/** When the next scheduled article of a list comes out; none where none is scheduled. */
export async function findNextPublication(filter: ArticleFilter, now = new Date(), on: Db = db) {
  const [row] = await on
    .select({ at: min(article.publishedAt) })
    .from(article)
    .where(and(eq(article.state, 'published'), gt(article.publishedAt, now), matches(filter, on)))
  return row?.at ?? null
}

/** The article at an address, if it is out. */
export async function findArticle(slug: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select(whole)
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(articleCount, eq(articleCount.articleId, article.id))
    .leftJoin(media, eq(media.id, articleVersion.pictureId))
    .where(and(isOut(now), eq(article.slug, slug)))
    .limit(1)
  return found && withConversation(found, now)
}

export type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>

/**
 * Why there is nothing at an address: the article was withdrawn, has moved, is not out yet (when it will be),
 * or never was. Says nothing of drafts.
 */
export async function findWhyMissing(slug: string, now = new Date(), on: Db = db) {
  const [withdrawn] = await on
    .select({ reason: article.withdrawnReason, withdrawnAt: article.withdrawnAt })
    .from(article)
    .where(and(eq(article.slug, slug), eq(article.state, 'withdrawn'), lte(article.publishedAt, article.withdrawnAt)))
    .limit(1)
  if (withdrawn) return { why: 'withdrawn' as const, ...withdrawn }

  const [moved] = await on
    .select({ slug: article.slug })
    .from(articleSlug)
    .innerJoin(article, eq(article.id, articleSlug.articleId))
    .where(
      and(
        eq(articleSlug.slug, slug),
        inArray(article.state, ['published', 'withdrawn']),
        lte(article.publishedAt, now),
      ),
    )
    .limit(1)
  if (moved) return { why: 'moved' as const, slug: moved.slug }

  const [scheduled] = await on
    .select({ at: article.publishedAt })
    .from(article)
    .where(and(eq(article.slug, slug), eq(article.state, 'published'), gt(article.publishedAt, now)))
    .limit(1)
  return { why: 'unknown' as const, until: scheduled?.at ?? null }
}

export async function listAuthorsOf(articleId: string, on: Db = db) {
  return on
    .select({ id: author.id, slug: author.slug, name: author.name, role: author.role })
    .from(articleAuthor)
    .innerJoin(author, eq(author.id, articleAuthor.authorId))
    .where(eq(articleAuthor.articleId, articleId))
    .orderBy(asc(articleAuthor.position), asc(author.id))
    .limit(50)
}

export async function listTopicsOf(articleId: string, on: Db = db) {
  return on
    .select({ id: topic.id, slug: topic.slug, name: topic.name })
    .from(articleTopic)
    .innerJoin(topic, eq(topic.id, articleTopic.topicId))
    .where(eq(articleTopic.articleId, articleId))
    .orderBy(asc(articleTopic.position), asc(topic.id))
    .limit(50)
}

export async function listCorrectionsOf(articleId: string, on: Db = db) {
  return on
    .select({ id: correction.id, kind: correction.kind, text: correction.text, publishedAt: correction.publishedAt })
    .from(correction)
    .where(and(eq(correction.articleId, articleId), sql`${correction.supersededBy} is null`))
    .orderBy(asc(correction.publishedAt), asc(correction.id))
    .limit(100)
}

/** Months that have articles, latest first, as YYYY-MM in UTC. */
export async function listMonths(now = new Date(), on: Db = db) {
  const month = sql<string>`to_char(${article.publishedAt} at time zone 'UTC', 'YYYY-MM')`
  return on
    .select({ month, articles: count() })
    .from(article)
    .where(isOut(now))
    .groupBy(month)
    .orderBy(desc(month))
    .limit(1200)
}
