import { asc } from 'drizzle-orm'
import { type Db, db } from '../client'
import { author, section, topic } from '../schema'

// What an article can be given, used or not: for the newsroom only, since names stand here that only drafts have.

export async function listDeskSections(on: Db = db) {
  return on
    .select({ id: section.id, slug: section.slug, name: section.name })
    .from(section)
    .orderBy(asc(section.position), asc(section.slug))
    .limit(50)
}

export async function listDeskAuthors(on: Db = db) {
  return on
    .select({ id: author.id, name: author.name })
    .from(author)
    .orderBy(asc(author.name), asc(author.id))
    .limit(2000)
}

export async function listDeskTopics(limit: number, on: Db = db) {
  return on.select({ name: topic.name }).from(topic).orderBy(asc(topic.name), asc(topic.id)).limit(limit)
}
