import type { TransactionSql } from 'postgres'
import { db } from '../client'
import { invalidate, tags, transact } from '../invalidate'
import * as articles from './article-tables'
import * as comments from './comment-tables'
import { copyInto, type Table } from './copy'
import { type ArchiveWish, type Plan, planArchive } from './plan'
import { tidyTables } from './tidy-tables'

type Progress = (table: string, written: number) => void

/**
 * Makes an archive as large as is asked for, in one transaction: all of it or nothing. Refuses where there is one.
 * Answers how many rows each table got.
 */
export async function generateArchive(wish: ArchiveWish, onProgress: Progress = () => {}, now = new Date()) {
  const plan = planArchive(wish, now)
  const made = await db.$client.begin(async (tx) => {
    await tx.unsafe('set local statement_timeout = 0')
    // The words of many texts go into the search index together: a few at a time takes half as long again.
    await tx.unsafe(`set local gin_pending_list_limit = '64MB'; set local work_mem = '128MB'`)
    await tx.unsafe(`select pg_advisory_xact_lock(hashtext('courant-generate'))`)
    const [there] = await tx`select from article where batch = 'generated' limit 1`
    if (there) return
    const written = new Map<string, number>()
    for (const table of await tablesFor(plan, tx)) {
      written.set(table.name, await copyInto(tx, table, (rows) => onProgress(table.name, rows)))
      if (table.name === 'article_version') await publishAll(tx)
    }
    return written
  })
  if (!made) return { state: 'there-is-one' as const }

  await tidyTables([...made.keys()])
  const sections = await db.$client<{ id: string }[]>`select id from section`
  const named = sections.map(({ id }) => tags.section(id))
  await transact((tx) => invalidate(tx, [tags.front, tags.sections, tags.wire, tags.status(404), ...named], 'now'))
  return { state: 'made' as const, rows: made }
}

/** What is referred to comes first. */
async function tablesFor(plan: Plan, tx: TransactionSql): Promise<Table[]> {
  const sections = await tx<{ id: string }[]>`select id from section order by position, slug`
  const own = articles.generatedSections.map((_, no) => plan.keyAt(plan.since, 'section', no))
  const sectionIds = sections.length > 0 ? sections.map(({ id }) => id) : own
  return [
    ...(sections.length > 0 ? [] : [articles.sectionTable(plan)]),
    articles.topicTable(plan),
    articles.authorTable(plan),
    comments.memberTable(plan),
    articles.articleTable(plan, sectionIds),
    articles.versionTable(plan),
    articles.articleAuthorTable(plan),
    articles.articleTopicTable(plan),
    comments.articleCountTable(plan),
    comments.articleReactionTable(plan),
    comments.commentTable(plan),
    comments.commentCountTable(plan),
    comments.commentReactionTable(plan),
    comments.decisionTable(plan),
  ]
}

function publishAll(tx: TransactionSql) {
  return tx`update article set state = 'published', version_id = version.id from article_version version
    where version.article_id = article.id and article.batch = 'generated'`
}
