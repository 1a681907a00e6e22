import { and, eq, exists, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { article, articleTopic, topic } from '../schema'
import { isOut } from './articles'

/** The topic, if an article on it is out: one that was made for a draft stays as unknown as that. */
export async function findTopic(slug: string, now = new Date(), on: Db = db) {
  const out = on
    .select({ one: sql`1` })
    .from(articleTopic)
    .innerJoin(article, eq(article.id, articleTopic.articleId))
    .where(and(isOut(now), eq(articleTopic.topicId, topic.id)))
  const [found] = await on
    .select({ id: topic.id, slug: topic.slug, name: topic.name, description: topic.description })
    .from(topic)
    .where(and(eq(topic.slug, slug), exists(out)))
    .limit(1)
  return found
}
