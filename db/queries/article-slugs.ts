import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { longestSlug, numberedSlug, slugFrom } from '@/lib/slug'
import { type Db, db, type Tx } from '../client'
import { article, articleSlug } from '../schema'

const step = 40

/**
 * The slug that an article gets for what it would like: no other article has it, or had it before. Held for this
 * article until the transaction ends.
 */
export async function takeSlug(wish: string, articleId: string, tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('article.slug'))`)
  const base = slugFrom(wish, longestSlug) || 'article'
  for (let from = 1; ; from += step) {
    const candidates = Array.from({ length: from === 1 ? 1 : step }, (_, n) =>
      numberedSlug(base, from === 1 ? 1 : from - step + 1 + n),
    )
    const taken = new Set(await listTaken(candidates, articleId, tx))
    const free = candidates.find((slug) => !taken.has(slug))
    if (free) return free
  }
}

async function listTaken(slugs: string[], articleId: string, tx: Tx) {
  const now = tx
    .select({ slug: article.slug })
    .from(article)
    .where(and(inArray(article.slug, slugs), ne(article.id, articleId)))
  const before = tx
    .select({ slug: articleSlug.slug })
    .from(articleSlug)
    .where(and(inArray(articleSlug.slug, slugs), ne(articleSlug.articleId, articleId)))
  return (await now.union(before)).map((row) => row.slug)
}

/** Leaves a way from the address that readers may have to the one that the article gets. */
export async function insertOldSlug(articleId: string, { from, to }: { from: string; to: string }, tx: Tx) {
  await tx.delete(articleSlug).where(and(eq(articleSlug.articleId, articleId), eq(articleSlug.slug, to)))
  await tx.insert(articleSlug).values({ slug: from, articleId }).onConflictDoNothing()
}

export async function listOldSlugs(articleId: string, on: Db = db) {
  const rows = await on
    .select({ slug: articleSlug.slug })
    .from(articleSlug)
    .where(eq(articleSlug.articleId, articleId))
    .orderBy(articleSlug.slug)
    .limit(500)
  return rows.map((row) => row.slug)
}
