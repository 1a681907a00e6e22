import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { article, articleVersion } from '../schema'

/** The article that a source has under a key of its own, with the text that was imported last. Held until the transaction ends. */
export async function findImportedArticle(source: string, sourceKey: string, tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([source, sourceKey])}, 0))`)
  const [found] = await tx
    .select({
      id: article.id,
      slug: article.slug,
      state: article.state,
      sectionId: article.sectionId,
      publishedAt: article.publishedAt,
      sourceUrl: article.sourceUrl,
      licence: article.licence,
      versionId: articleVersion.id,
      language: articleVersion.language,
      headline: articleVersion.headline,
      standfirst: articleVersion.standfirst,
      body: articleVersion.body,
      /** The number of the version that was saved last, by whomever. */
      latestNo: sql<number>`(select max(no) from ${articleVersion} every_one where every_one.article_id = ${article.id})`,
      no: articleVersion.no,
    })
    .from(article)
    .innerJoin(articleVersion, and(eq(articleVersion.articleId, article.id), isNull(articleVersion.savedBy)))
    .where(and(eq(article.source, source), eq(article.sourceKey, sourceKey)))
    .orderBy(desc(articleVersion.no))
    .limit(1)
    .for('update', { of: article })
  return found
}

export type ImportedArticle = NonNullable<Awaited<ReturnType<typeof findImportedArticle>>>
