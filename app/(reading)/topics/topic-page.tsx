import { ArticleList } from '@/components/article/article-list'
import { MissingPage } from '@/components/page/notice-page'
import { readList } from '@/db/cached/articles'
import { readTopic } from '@/db/cached/lists'
import { readMissing } from '@/db/cached/missing'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'

const pathOf = (slug: string) => `/topics/${slug}`

async function read(slug: string, page: number | undefined) {
  const topic = await readTopic(slug)
  const list = topic && page ? await readList({ of: 'topic', id: topic.id }, page) : undefined
  return topic && page && list && page <= list.pages ? { topic, page, list } : undefined
}

/** Page N of a topic's articles; no page number is none of its pages. */
export async function TopicPage({ slug, page }: { slug: string; page: number | undefined }) {
  const found = await read(slug, page)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  const { topic, list } = found
  return (
    <ArticleList heading={topic.name} list={list} page={found.page} path={pathOf(topic.slug)}>
      {topic.description && <p>{topic.description}</p>}
    </ArticleList>
  )
}

export async function topicMetadata(slug: string, page: number | undefined) {
  const found = await read(slug, page)
  if (!found) return missingMetadata()
  const { topic, list } = found
  return listMetadata({
    path: pathOf(topic.slug),
    title: topic.name,
    description: topic.description,
    page: found.page,
    of: list.pages,
  })
}
