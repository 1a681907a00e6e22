import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { fragmentsOf, type MarkedRun, markedRuns, markSigns, textOfRuns } from '@/lib/marked-runs'
import { type Db, db, type Tx } from '../client'
import { article, articleVersion, section } from '../schema'
import { card, isOut } from './articles'
import { type Language, listHits, type Question, type SearchFilter, type SearchPage } from './search-hits'

const longestSearch = 1800

/** Languages that published articles are written in. */
export async function listLanguages(on: Db = db) {
  const rows = await on
    .selectDistinct({ language: article.language })
    .from(article)
    .where(eq(article.state, 'published'))
    .orderBy(asc(article.language))
    .limit(50)
  return rows.map((row) => row.language)
}

/**
 * Articles that are out and match, each in the stemming of its own language. A search that takes too long is ended
 * and answers so.
 */
export async function searchArticles(
  filter: SearchFilter,
  page: SearchPage,
  languages: readonly Language[],
  now = new Date(),
  on: Db = db,
) {
  if (languages.length === 0) return { state: 'found' as const, articles: 0, isMore: false, hits: [] }
  try {
    return await on.transaction(async (tx) => {
      await setBounds(tx)
      const questions = await readQuestions(filter.q, languages, tx)
      if (questions.length === 0) return { state: 'nothing-to-look-for' as const }
      const found = await listHits(filter, questions, page, now, tx)
      const hits = await listMarkedCards(filter.q, found.ids, now, tx)
      return {
        state: 'found' as const,
        articles: Math.min(found.articles, page.most),
        isMore: found.articles > page.most,
        hits,
      }
    })
  } catch (error) {
    if (isTimeout(error)) return { state: 'took-too-long' as const }
    if (isTooNested(error)) return { state: 'nothing-to-look-for' as const }
    throw error
  }
}

/**
 * Besides the time limit: Postgres thinks that reading the texts one by one is cheap, since it does not count what it
 * costs to unpack them, so it is told that few are at hand; and compiling a query costs more here than running it.
 */
async function setBounds(tx: Tx) {
  await tx.execute(sql`select set_config('statement_timeout', ${String(longestSearch)}, true),
    set_config('enable_seqscan', 'off', true), set_config('effective_cache_size', '64MB', true),
    set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`)
}

/** What is asked in each language; none where there are only words too common to look for, or only words to leave out. */
async function readQuestions(q: string, languages: readonly Language[], tx: Tx): Promise<Question[]> {
  const listed = sql.join(
    languages.map((one) => sql`(${one}::language)`),
    sql`, `,
  )
  const rows = await tx.execute<Question & { tree: string }>(sql`
    select language, querytree(query) as tree, numnode(query) = 1 as "isOneWord",
      query::text ~ '<(-|[0-9]+)>' as "isPhrase"
    from (values ${listed}) listed(language), websearch_to_tsquery(search_configuration(language), ${q}) query`)
  return rows.filter(({ tree }) => tree !== '' && tree !== 'T')
}

const { open, close, between } = markSigns
const signs = `StartSel="${open}", StopSel="${close}", FragmentDelimiter="${between}"`

/** As much of a text as is looked through for fragments, in characters. */
const mostText = 30_000

async function listMarkedCards(q: string, ids: string[], now: Date, tx: Tx) {
  if (ids.length === 0) return []
  const marked = (
    text: SQL,
    options: string,
  ) => sql<string>`ts_headline(search_configuration(${articleVersion.language}),
    translate(${text}, ${open + close + between}, ''),
    websearch_to_tsquery(search_configuration(${articleVersion.language}), ${q}), ${`${signs}, ${options}`})`
  const text = sql`left(concat_ws(E'\n', nullif(${articleVersion.standfirst}, ''), ${articleVersion.bodyText}), ${mostText})`
  const rows = await tx
    .select({
      id: article.id,
      slug: article.slug,
      label: article.label,
      language: articleVersion.language,
      publishedAt: card.publishedAt,
      plainHeadline: articleVersion.headline,
      headline: marked(sql`${articleVersion.headline}`, 'HighlightAll=true'),
      fragments: marked(text, 'MaxFragments=2, MaxWords=28, MinWords=12'),
      sectionSlug: section.slug,
      sectionName: section.name,
      bylines: card.bylines,
    })
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(isOut(now), inArray(article.id, ids)))
    .limit(ids.length)
  return rows
    .map(({ plainHeadline, headline, fragments, ...row }) => ({
      ...row,
      headline: runsOf(headline, plainHeadline),
      fragments: fragmentsOf(fragments),
    }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

export type SearchHit = Awaited<ReturnType<typeof listMarkedCards>>[number]

/** The marked headline; the plain one where marking changed what it says, as it does with what looks like a tag. */
function runsOf(marked: string, plain: string): MarkedRun[] {
  const runs = markedRuns(marked)
  return textOfRuns(runs) === plain ? runs : [{ text: plain, isMarked: false }]
}

/** Signs without words, one within the other: Postgres has no state of its own for them. */
function isTooNested(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message === 'tsquery stack too small' || isTooNested(error.cause)
}

/** SQLSTATE query_canceled, somewhere among the causes. */
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || isTimeout(error.cause)
}
