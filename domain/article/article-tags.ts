import type { Tx } from '@/db/client'
import { tags } from '@/db/invalidate'
import { listOldSlugs } from '@/db/queries/article-slugs'
import { listAuthorsOf, listTopicsOf } from '@/db/queries/articles'
import { isReadWithout } from '@/db/queries/sections'

type Placed = { id: string; slug: string; sectionId: string; publishedAt: Date | null }

/**
 * Everything that an article as it stands now is drawn on: its addresses, its lists, its month, feeds and sitemaps; and
 * the masthead, where it is the one article of its section that readers know.
 */
export async function articleTags({ id, slug, sectionId, publishedAt }: Placed, tx: Tx) {
  const authors = await listAuthorsOf(id, tx)
  const topics = await listTopicsOf(id, tx)
  const oldSlugs = await listOldSlugs(id, tx)
  return [
    tags.front,
    tags.wire,
    tags.article(id),
    tags.comments(id),
    ...[slug, ...oldSlugs].map(tags.slug),
    tags.section(sectionId),
    ...((await isReadWithout(id, sectionId, new Date(), tx)) ? [] : [tags.sections]),
    ...topics.map((topic) => tags.topic(topic.id)),
    ...authors.map((author) => tags.author(author.id)),
    ...(publishedAt ? [tags.archive(publishedAt.toISOString().slice(0, 7))] : []),
  ]
}
