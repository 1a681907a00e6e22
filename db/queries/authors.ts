import { and, asc, eq, exists, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { article, articleAuthor, author } from '../schema'
import { isOut } from './articles'

const columns = {
  id: author.id,
  slug: author.slug,
  name: author.name,
  role: author.role,
  bio: author.bio,
  contact: author.contact,
}

/** An author who was named for a draft stays as unknown as that. */
const isRead = (now: Date, on: Db) =>
  exists(
    on
      .select({ one: sql`1` })
      .from(articleAuthor)
      .innerJoin(article, eq(article.id, articleAuthor.articleId))
      .where(and(isOut(now), eq(articleAuthor.authorId, author.id))),
  )

/** The authors of articles that are out, by name. */
export async function listAuthors(now = new Date(), on: Db = db) {
  return on
    .select({ slug: author.slug, name: author.name })
    .from(author)
    .where(isRead(now, on))
    .orderBy(asc(author.name), asc(author.id))
    .limit(2000)
}

/** The author, if an article of theirs is out. */
export async function findAuthor(slug: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select(columns)
    .from(author)
    .where(and(eq(author.slug, slug), isRead(now, on)))
    .limit(1)
  return found
}

export type Author = NonNullable<Awaited<ReturnType<typeof findAuthor>>>
