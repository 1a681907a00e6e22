import { asc, eq } from 'drizzle-orm'
import { type Db, db } from '../client'
import { topic } from '../schema'

const columns = { id: topic.id, slug: topic.slug, name: topic.name, description: topic.description }

export async function listTopics(on: Db = db) {
  return on.select(columns).from(topic).orderBy(asc(topic.name), asc(topic.id)).limit(2000)
}

export async function findTopic(slug: string, on: Db = db) {
  const [found] = await on.select(columns).from(topic).where(eq(topic.slug, slug)).limit(1)
  return found
}
