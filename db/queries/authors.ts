import { asc, eq } from 'drizzle-orm'
import { type Db, db } from '../client'
import { author } from '../schema'

const columns = {
  id: author.id,
  slug: author.slug,
  name: author.name,
  role: author.role,
  bio: author.bio,
  contact: author.contact,
}

export async function listAuthors(on: Db = db) {
  return on.select(columns).from(author).orderBy(asc(author.name), asc(author.id)).limit(2000)
}

export async function findAuthor(slug: string, on: Db = db) {
  const [found] = await on.select(columns).from(author).where(eq(author.slug, slug)).limit(1)
  return found
}

export type Author = NonNullable<Awaited<ReturnType<typeof findAuthor>>>
