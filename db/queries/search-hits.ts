import { and, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { article, articleAuthor, author, section } from '../schema'
import { isOut } from './articles'

export type Language = (typeof article.$inferSelect)['language']

export type SearchFilter = {
  /** No longer than a few hundred characters, well-formed, without NUL. */
  q: string
  section?: string
  author?: string
  /** Days, as YYYY-MM-DD; the last one is included. */
  from?: string
  to?: string
  /** IANA name of the zone in which these days begin. */
  timeZone: string
  sort: 'relevance' | 'newest'
}

/** `limit` hits from `offset` on, out of the newest `most`; beyond those nothing is counted or ordered. */
export type SearchPage = { offset: number; limit: number; most: number }

/** What is looked for in one language. */
export type Question = { language: Language; isOneWord: boolean; isPhrase: boolean }

type Search = { filter: SearchFilter; questions: Question[]; most: number; now: Date }

/**
 * How many of the newest articles are looked through one by one, and how many to see whether that is worth it. The
 * index knows no places: of a phrase it tells all that have the words, and each is then read as in a walk.
 */
const walked = { words: 5000, phrase: 20_000 }
const sampled = 500

/**
 * The ids of a page of hits. Where the words are common, reading the newest articles one by one finds enough of them
 * long before the index has told all that match; the hits are the same. Where they are not, the index is faster.
 */
export async function listHits(
  filter: SearchFilter,
  questions: Question[],
  { offset, limit, most }: SearchPage,
  now: Date,
  tx: Tx,
) {
  const search = { filter, questions, most, now }
  const pageOf = (hits: SQL) => pickPage(hits, search, { offset, limit }, tx)
  const longest = questions.some(({ isPhrase }) => isPhrase) ? walked.phrase : walked.words
  if (await isCommon(search, longest, tx)) {
    const found = await pageOf(sql`with hit as materialized (${hitsAmongNewest(search, longest)})`)
    if (found.articles > most) return found
  }
  return pageOf(sql`${matching(filter.q, questions)}, hit as materialized (
    select article.id, article.version_id, article.published_at from matching join article on article.version_id = matching.id
    where ${and(isOut(now), ...narrowed(filter))}
    order by article.published_at desc nulls last, article.id desc nulls last limit ${most + 1})`)
}

/** Whether a walk of so many would find enough, if all of it were as the sample is. */
async function isCommon(search: Search, longest: number, tx: Tx) {
  const [row] = await tx.execute<{ hits: number }>(
    sql`select count(*)::int as hits from (${hitsAmongNewest(search, sampled)}) hit`,
  )
  return (row?.hits ?? 0) > (search.most * sampled) / longest
}

/** Stops as soon as it has found enough: \`offset 0\` has Postgres look each article up when its turn comes. */
function hitsAmongNewest({ filter, questions, most, now }: Search, newest: number) {
  const answers = questions.map(
    ({ language }) => sql`(version.language = ${language}
      and version.search @@ websearch_to_tsquery(search_configuration(${language}::language), ${filter.q}))`,
  )
  return sql`select article.id, article.version_id, article.published_at
    from (select id, version_id, section_id, published_at from article
      where ${isOut(now)} order by published_at desc, id desc limit ${newest}) article
    cross join lateral (select from article_version version
      where version.id = article.version_id and version.effective_at is not null
      and (${sql.join(answers, sql` or `)}) offset 0) matching
    where ${and(sql`true`, ...narrowed(filter))}
    order by article.published_at desc, article.id desc limit ${most + 1}`
}

async function pickPage(hits: SQL, { filter, most, now }: Search, page: { offset: number; limit: number }, tx: Tx) {
  const order = filter.sort === 'newest' ? sql`` : sql`${relevance(filter.q, now)} desc,`
  const [row] = await tx.execute<{ ids: string[]; articles: number }>(sql`
    ${hits}, newest as (select * from hit order by published_at desc, id desc limit ${most})
    select (select count(*)::int from hit) as articles, to_json(array(
      select newest.id::text from newest join article_version version on version.id = newest.version_id
      order by ${order} newest.published_at desc, newest.id desc limit ${page.limit} offset ${page.offset})) as ids`)
  return row ?? { ids: [], articles: 0 }
}

/**
 * Versions that match, by the index. Of one word Postgres knows how common it is, and where it is common goes through
 * the newest articles instead; of several words it does not, and a wrong guess would read the whole archive.
 */
function matching(q: string, questions: Question[]) {
  const arms = questions.map(
    ({ language }) => sql`select id from article_version
      where effective_at is not null and language = ${language}
      and search @@ websearch_to_tsquery(search_configuration(${language}::language), ${q})`,
  )
  const kept = questions.every(({ isOneWord }) => isOneWord) ? sql`not materialized` : sql`materialized`
  return sql`with matching as ${kept} (${sql.join(arms, sql` union all `)})`
}

/** A word in the headline outweighs one in the standfirst, that one in the body; of equals the newer, at most twice. */
const relevance = (q: string, now: Date) => sql`
  ts_rank('{0, 0.1, 0.4, 1}', version.search, websearch_to_tsquery(search_configuration(version.language), ${q}))
  * (1 + exp(extract(epoch from newest.published_at - ${now.toISOString()}::timestamptz) / (365 * 86400)))`

function narrowed({ section: inSection, author: byAuthor, from, to, timeZone }: SearchFilter): (SQL | undefined)[] {
  const midnight = (day: string) => sql`${day}::date::timestamp at time zone ${timeZone}`
  return [
    inSection
      ? sql`${article.sectionId} = (select ${section.id} from ${section} where ${section.slug} = ${inSection})`
      : undefined,
    byAuthor
      ? sql`exists (select from ${articleAuthor} join ${author} on ${author.id} = ${articleAuthor.authorId}
          where ${articleAuthor.articleId} = ${article.id} and ${author.slug} = ${byAuthor})`
      : undefined,
    from ? sql`${article.publishedAt} >= ${midnight(from)}` : undefined,
    to ? sql`${article.publishedAt} < (${to}::date + 1)::timestamp at time zone ${timeZone}` : undefined,
  ]
}
