import { and, asc, count, desc, eq, gt, ilike, inArray, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db } from '../client'
import { article, articleVersion, author, media, member, section } from '../schema'

// What the newsroom sees of its articles, whether readers see them or not.

export const deskLists = ['drafts', 'scheduled', 'published', 'withdrawn'] as const
export type DeskList = (typeof deskLists)[number]

const latest = alias(articleVersion, 'latest')

function isOn(list: DeskList, now: Date) {
  switch (list) {
    case 'drafts':
      return inArray(article.state, ['draft', 'submitted'])
    case 'scheduled':
      return and(eq(article.state, 'published'), gt(article.publishedAt, now))
    case 'published':
      return and(eq(article.state, 'published'), lte(article.publishedAt, now))
    case 'withdrawn':
      return eq(article.state, 'withdrawn')
  }
}

const orders = {
  drafts: [desc(article.createdAt), desc(article.id)],
  scheduled: [asc(article.publishedAt), asc(article.id)],
  published: [desc(article.publishedAt), desc(article.id)],
  withdrawn: [desc(article.withdrawnAt), desc(article.id)],
}

const isLatest = and(
  eq(latest.articleId, article.id),
  eq(latest.no, sql`(select max(no) from ${articleVersion} every_one where every_one.article_id = ${article.id})`),
)

/** What was typed as it stands, wherever it stands in the headline. */
const named = (search: string) =>
  search === '' ? undefined : ilike(latest.headline, `%${search.replace(/[\\%_]/g, '\\$&')}%`)

type Page = { limit: number; offset: number }

/** One list of the desk. `search` is looked for in the headlines that were saved last. */
export async function listDeskArticles(list: DeskList, search: string, page: Page, now = new Date(), on: Db = db) {
  return on
    .select({
      id: article.id,
      slug: article.slug,
      headline: latest.headline,
      sectionName: section.name,
      publishedAt: article.publishedAt,
      withdrawnAt: article.withdrawnAt,
      savedAt: latest.createdAt,
      savedBy: member.name,
      isShown: sql<boolean>`${article.versionId} is not distinct from ${latest.id}`,
    })
    .from(article)
    .innerJoin(latest, isLatest)
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(member, eq(member.id, latest.savedBy))
    .where(and(isOn(list, now), named(search)))
    .orderBy(...orders[list])
    .limit(page.limit)
    .offset(page.offset)
}

export type DeskCard = Awaited<ReturnType<typeof listDeskArticles>>[number]

/** How many articles each list of the desk has, for the same search. */
export async function countDeskArticles(
  search: string,
  now = new Date(),
  on: Db = db,
): Promise<Record<DeskList, number>> {
  const n = (list: DeskList) => sql<number>`count(*) filter (where ${isOn(list, now)})::int`
  const counts = {
    drafts: n('drafts'),
    scheduled: n('scheduled'),
    published: n('published'),
    withdrawn: n('withdrawn'),
  }
  const all = on.select(counts).from(article)
  const [row] = await (search === '' ? all : all.innerJoin(latest, isLatest).where(named(search)))
  return row ?? { drafts: 0, scheduled: 0, published: 0, withdrawn: 0 }
}

/** An article with what was saved last. */
export async function findDeskArticle(id: string, on: Db = db) {
  const [found] = await on
    .select({
      id: article.id,
      slug: article.slug,
      state: article.state,
      sectionId: article.sectionId,
      publishedAt: article.publishedAt,
      changedAt: article.changedAt,
      withdrawnAt: article.withdrawnAt,
      withdrawnReason: article.withdrawnReason,
      commentsOpen: article.commentsOpen,
      shownVersionId: article.versionId,
      source: article.source,
      sourceUrl: article.sourceUrl,
      licence: article.licence,
      versionId: latest.id,
      versionNo: latest.no,
      language: latest.language,
      kicker: latest.kicker,
      headline: latest.headline,
      standfirst: latest.standfirst,
      body: latest.body,
      pictureCaption: latest.pictureCaption,
      picture: { id: media.id, alt: media.alt, credit: media.credit, width: media.width, height: media.height },
    })
    .from(article)
    .innerJoin(latest, isLatest)
    .leftJoin(media, eq(media.id, latest.pictureId))
    .where(eq(article.id, id))
    .limit(1)
  return found
}

export type DeskArticle = NonNullable<Awaited<ReturnType<typeof findDeskArticle>>>

/** The last versions of an article, the latest first: who saved them and since when readers were shown them. */
export async function listVersions(articleId: string, limit: number, on: Db = db) {
  return on
    .select({
      id: articleVersion.id,
      no: articleVersion.no,
      headline: articleVersion.headline,
      savedAt: articleVersion.createdAt,
      savedBy: member.name,
      effectiveAt: articleVersion.effectiveAt,
      isSubstantive: articleVersion.isSubstantive,
    })
    .from(articleVersion)
    .leftJoin(member, eq(member.id, articleVersion.savedBy))
    .where(eq(articleVersion.articleId, articleId))
    .orderBy(desc(articleVersion.no))
    .limit(limit)
}

export type DeskVersion = Awaited<ReturnType<typeof listVersions>>[number]

/** One version as it was saved. */
export async function findVersion(articleId: string, no: number, on: Db = db) {
  const [found] = await on
    .select({
      no: articleVersion.no,
      language: articleVersion.language,
      kicker: articleVersion.kicker,
      headline: articleVersion.headline,
      standfirst: articleVersion.standfirst,
      body: articleVersion.body,
      savedAt: articleVersion.createdAt,
      savedBy: member.name,
    })
    .from(articleVersion)
    .leftJoin(member, eq(member.id, articleVersion.savedBy))
    .where(and(eq(articleVersion.articleId, articleId), eq(articleVersion.no, no)))
    .limit(1)
  return found
}

export async function hasSection(id: string, on: Db = db) {
  const [found] = await on.select({ id: section.id }).from(section).where(eq(section.id, id)).limit(1)
  return found !== undefined
}

/** Whether there is an author of each of these ids. */
export async function hasAuthors(ids: string[], on: Db = db) {
  if (ids.length === 0) return true
  const [row] = await on.select({ n: count() }).from(author).where(inArray(author.id, ids))
  return row?.n === new Set(ids).size
}
