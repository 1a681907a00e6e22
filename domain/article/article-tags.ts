import type { Tx } from '@/db/client'
import { tags } from '@/db/invalidate'
import { listOldSlugs } from '@/db/queries/article-slugs'
import { listAuthorsOf, listTopicsOf } from '@/db/queries/articles'

type Placed = { id: string; slug: string; sectionId: string; publishedAt: Date | null }

/** Everything that an article as it stands now is drawn on: its addresses, its lists, its month, feeds and sitemaps. */
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
    ...topics.map((topic) => tags.topic(topic.id)),
    ...authors.map((author) => tags.author(author.id)),
    ...(publishedAt ? [tags.archive(publishedAt.toISOString().slice(0, 7))] : []),
  ]
}
