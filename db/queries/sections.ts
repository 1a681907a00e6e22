import { asc, eq } from 'drizzle-orm'
import { type Db, db } from '../client'
import { section } from '../schema'

const columns = { id: section.id, slug: section.slug, name: section.name, description: section.description }

/** All sections, in the order of the masthead. */
export async function listSections(on: Db = db) {
  return on.select(columns).from(section).orderBy(asc(section.position), asc(section.slug)).limit(50)
}

export type Section = Awaited<ReturnType<typeof listSections>>[number]

export async function findSection(slug: string, on: Db = db) {
  const [found] = await on.select(columns).from(section).where(eq(section.slug, slug)).limit(1)
  return found
}
