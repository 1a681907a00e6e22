import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Body } from '@/domain/article/body/body'
import type { Tx } from '../client'
import { article, articleAuthor, articleCount, articleTopic, articleVersion } from '../schema'

/** An article's row, locked until the transaction ends, so that two changes of it follow each other. */
export async function findArticleToChange(id: string, tx: Tx) {
  const [found] = await tx
    .select({
      id: article.id,
      slug: article.slug,
      state: article.state,
      sectionId: article.sectionId,
      publishedAt: article.publishedAt,
      changedAt: article.changedAt,
      versionId: article.versionId,
      language: article.language,
      commentsOpen: article.commentsOpen,
      withdrawnAt: article.withdrawnAt,
      withdrawnReason: article.withdrawnReason,
    })
    .from(article)
    .where(eq(article.id, id))
    .limit(1)
    .for('update')
  return found
}

export type ArticleToChange = NonNullable<Awaited<ReturnType<typeof findArticleToChange>>>

/** What was saved last, shown or not. */
export async function findLatestVersion(articleId: string, tx: Tx) {
  const [found] = await tx
    .select({
      id: articleVersion.id,
      no: articleVersion.no,
      language: articleVersion.language,
      kicker: articleVersion.kicker,
      headline: articleVersion.headline,
      standfirst: articleVersion.standfirst,
      body: articleVersion.body,
      pictureId: articleVersion.pictureId,
      pictureCaption: articleVersion.pictureCaption,
      savedBy: articleVersion.savedBy,
    })
    .from(articleVersion)
    .where(eq(articleVersion.articleId, articleId))
    .orderBy(desc(articleVersion.no))
    .limit(1)
  return found
}

export type LatestVersion = NonNullable<Awaited<ReturnType<typeof findLatestVersion>>>

/** Stores an article with its counters. Answers nothing where there is one of this id. */
export async function insertArticle(values: typeof article.$inferInsert & { id: string }, tx: Tx) {
  const [made] = await tx
    .insert(article)
    .values(values)
    .onConflictDoNothing({ target: article.id })
    .returning({ id: article.id })
  if (made) await tx.insert(articleCount).values({ articleId: made.id })
  return made
}

export async function updateArticle(id: string, values: Partial<typeof article.$inferInsert>, tx: Tx) {
  await tx.update(article).set(values).where(eq(article.id, id))
}

type NewVersion = {
  articleId: string
  no: number
  language: LatestVersion['language']
  kicker: string
  headline: string
  standfirst: string
  body: Body
  bodyText: string
  pictureId: string | null
  pictureCaption: string
  savedBy: string | null
  effectiveAt?: Date
  createdAt: Date
}

export async function insertVersion(values: NewVersion, tx: Tx) {
  const [made] = await tx
    .insert(articleVersion)
    .values(values)
    .returning({ id: articleVersion.id, no: articleVersion.no })
  if (!made) throw new Error('a version was not stored')
  return made
}

/** Says since, or from, when readers are shown a version. One whose time had not come gives way to it. */
export async function updateShownVersion(
  {
    articleId,
    versionId,
    at,
    isSubstantive,
  }: { articleId: string; versionId: string; at: Date; isSubstantive: boolean },
  now: Date,
  tx: Tx,
) {
  await tx
    .update(articleVersion)
    .set({ effectiveAt: null })
    .where(and(eq(articleVersion.articleId, articleId), gt(articleVersion.effectiveAt, now)))
  await tx
    .update(articleVersion)
    .set({ effectiveAt: sql`least(${articleVersion.effectiveAt}, ${at.toISOString()}::timestamptz)`, isSubstantive })
    .where(eq(articleVersion.id, versionId))
}

/** Gives an article its authors, in this order. Who stays keeps what is said of their part in it. */
export async function setAuthors(articleId: string, authorIds: string[], tx: Tx) {
  const before = await tx
    .select({ authorId: articleAuthor.authorId, contribution: articleAuthor.contribution })
    .from(articleAuthor)
    .where(eq(articleAuthor.articleId, articleId))
  const contributions = new Map(before.map((row) => [row.authorId, row.contribution]))
  await tx.delete(articleAuthor).where(eq(articleAuthor.articleId, articleId))
  const rows = authorIds.map((authorId, position) => ({
    articleId,
    authorId,
    position,
    contribution: contributions.get(authorId) ?? '',
  }))
  if (rows.length > 0) await tx.insert(articleAuthor).values(rows)
}

/** Gives an article its topics, in this order. */
export async function setTopics(articleId: string, topicIds: string[], tx: Tx) {
  await tx.delete(articleTopic).where(eq(articleTopic.articleId, articleId))
  const rows = topicIds.map((topicId, position) => ({ articleId, topicId, position }))
  if (rows.length > 0) await tx.insert(articleTopic).values(rows)
}
