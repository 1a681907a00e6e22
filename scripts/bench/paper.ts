import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { closeDatabase, db } from '@/db/client'
import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { removeEmbeddedPostgres } from '@/db/embedded/remove'
import { generateArchive } from '@/db/generate/generate-archive'
import { paragraphs, remark } from '@/db/generate/prose'
import { randomFor } from '@/db/generate/random'
import { migrateDatabase } from '@/db/migrate'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { addToEnvironment } from '@/lib/env'
import { step } from '../console'
import { beforeExit } from '../shutdown'

export type Paper = Awaited<ReturnType<typeof makePaper>>

const [threads, wordsOfArticle] = [25, 500]
const seed = 7

/** A database of its own with an archive, and two articles that have all of their comments on one page. */
export async function makePaper(folder: string, articles: number) {
  const data = join(folder, 'postgres')
  const starting = step('Starting Postgres', (say) => startEmbeddedPostgres({ folder: data, onStep: say }))
  // Registered before it runs, so that Ctrl-C in between waits for it and stops it.
  beforeExit(async () => {
    await closeDatabase()
    const started = await starting.catch(() => undefined)
    await started?.stop()
    await removeEmbeddedPostgres(data)
  })
  const postgres = await starting
  addToEnvironment({ DATABASE_URL: postgres.url })
  await migrateDatabase(postgres.url)
  const wish = { articles, comments: articles * 5, thread: 0, seed: 1 }
  await step(`Making an archive of ${articles} articles`, (say) => generateArchive(wish, (table) => say(table)))
  const section = await db.query.section.findFirst({ orderBy: (one) => one.position })
  if (!section) throw new Error('the archive has no section')
  return {
    archive: await listArchive(),
    sectionPath: `/sections/${section.slug}`,
    withFew: await step('Writing 50 comments', () => anArticleWith(50, section.id)),
    withMany: await step('Writing 200 comments', () => anArticleWith(200, section.id)),
    /** An article without a comment. */
    quiet: await anArticleWith(0, section.id),
    /** Where members have commented before. */
    aside: await anArticleWith(0, section.id),
  }
}

async function anArticleWith(comments: number, sectionId: string) {
  const text = paragraphs(randomFor(seed, comments), wordsOfArticle).join('\n\n')
  const article = await anArticle({ sectionId, text, headline: `What ${comments} readers said` })
  const people = await Promise.all(Array.from({ length: 20 }, () => aMember()))
  const roots: Awaited<ReturnType<typeof aComment>>[] = []
  for (let no = 0; no < comments; no++) {
    const parent = no < Math.min(threads, comments / 2) ? undefined : roots[no % roots.length]
    const written = await aComment({
      articleId: article.id,
      memberId: people[no % people.length]?.id ?? null,
      text: remark(randomFor(seed, comments, no)),
      ...(parent ? { parent } : {}),
    })
    if (!parent) roots.push(written)
  }
  return { ...article, comments, path: articlePath(article.slug) }
}

export type ArticleOfPaper = Awaited<ReturnType<typeof anArticleWith>>

/** The addresses of all articles of the archive. */
async function listArchive() {
  const rows = await db.execute<{ slug: string }>(
    sql`select slug from article where batch = 'generated' order by published_at desc, id`,
  )
  return rows.map(({ slug }) => articlePath(slug))
}
