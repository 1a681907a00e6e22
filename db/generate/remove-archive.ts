import { sql } from 'drizzle-orm'
import { db, type Tx } from '../client'
import { invalidate, tags, transact } from '../invalidate'
import { tidyTables } from './tidy-tables'

const inOneInvalidation = 2000
const indexName = 'generated_removal'

/** How many generated articles there are, and how many comments that others wrote under them. */
export async function findGeneratedRows() {
  const [row] = await db.execute<{ articles: number; commentsOfOthers: number }>(sql`
    select (select count(*)::int from article where batch = 'generated') as articles,
      (select count(*)::int from comment join article on article.id = comment.article_id
        where article.batch = 'generated' and comment.batch is distinct from 'generated') as "commentsOfOthers"`)
  return row ?? { articles: 0, commentsOfOthers: 0 }
}

/**
 * Takes the generated archive out with everything that was said under it, by whomever. A section, topic or author of it
 * that another article uses stays. Answers how many articles are gone.
 */
export async function removeArchive(onStep: (table: string) => void = () => {}) {
  await dropHelp()
  await indexReferences()
  try {
    const gone = await transact((tx) => removeRows(tx, onStep))
    await tidyTables([
      'article',
      'article_version',
      'article_count',
      'comment',
      'comment_count',
      'comment_reaction',
      'member',
    ])
    return gone
  } finally {
    await dropHelp()
  }
}

async function removeRows(tx: Tx, onStep: (table: string) => void) {
  await tx.execute(sql`set local statement_timeout = 0`)
  const articles = await tx.execute<{ id: string; slug: string }>(
    sql`select id, slug from article where batch = 'generated'`,
  )
  const sections = await tx.execute<{ id: string }>(sql`select id from section`)
  for (const [table, where] of steps) {
    onStep(table)
    await tx.execute(sql.raw(`delete from "${table}" where ${where}`))
  }
  const lists = sections.map(({ id }) => tags.section(id))
  if (articles.length > 0) await invalidate(tx, [tags.front, tags.sections, tags.wire, ...lists], 'conceal')
  for (let from = 0; from < articles.length; from += inOneInvalidation) {
    const some = articles.slice(from, from + inOneInvalidation)
    await invalidate(tx, some.flatMap(tagsOf), 'conceal')
  }
  return articles.length
}

const tagsOf = ({ id, slug }: { id: string; slug: string }) => [
  tags.slug(slug),
  tags.article(id),
  tags.counts(id),
  tags.comments(id),
]

const underThem = `article_id in (select id from article where batch = 'generated')`

/** In whole tables first, what would else go row by row after its article. */
const steps: [table: string, where: string][] = [
  ['decision', `batch = 'generated'`],
  ['comment_reaction', `comment_id in (select id from comment where ${underThem})`],
  ['article_reaction', underThem],
  ['comment_count', underThem],
  ['comment', underThem],
  ['article', `batch = 'generated'`],
  ['member', `batch = 'generated'`],
  ['section', `batch = 'generated' and not exists (select from article where section_id = section.id)`],
  ['topic', `batch = 'generated' and not exists (select from article_topic where topic_id = topic.id)`],
  ['author', `batch = 'generated' and not exists (select from article_author where author_id = author.id)`],
]

/**
 * For each row that goes, Postgres looks through what may refer to it. Where no index helps, one is made for the while:
 * else a large archive would take days.
 */
async function indexReferences() {
  const references = await db.execute<{ table: string; column: string }>(sql`
    select reference.conrelid::regclass::text as table, attname::text as column
    from pg_constraint reference
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid in ('article'::regclass, 'article_version'::regclass, 'comment'::regclass, 'member'::regclass)
      and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indpred is null)`)
  for (const [no, { table, column }] of references.entries()) {
    await withoutLimit(`create index "${indexName}_${no}" on ${table} ("${column}")`)
  }
}

async function dropHelp() {
  const left = await db.execute<{ name: string }>(
    sql`select indexname as name from pg_indexes where schemaname = current_schema() and indexname like ${`${indexName}\\_%`}`,
  )
  for (const { name } of left) await withoutLimit(`drop index if exists "${name}"`)
}

const withoutLimit = (statement: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql.raw(statement))
  })
