import { ArticleList } from '@/components/article/article-list'
import { AuthorCard } from '@/components/article/author-card'
import { JsonLd } from '@/components/page/json-ld'
import { MissingPage } from '@/components/page/notice-page'
import { readList } from '@/db/cached/articles'
import { readAuthor } from '@/db/cached/lists'
import { readMissing } from '@/db/cached/missing'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'
import { personJsonLd } from '@/domain/wire/person-json-ld'

const pathOf = (slug: string) => `/authors/${slug}`

async function read(slug: string, page: number | undefined) {
  const author = await readAuthor(slug)
  const list = author && page ? await readList({ of: 'author', id: author.id }, page) : undefined
  return author && page && list && page <= list.pages ? { author, page, list } : undefined
}

/** Page N of an author's stories; no page number is none of its pages. */
export async function AuthorPage({ slug, page }: { slug: string; page: number | undefined }) {
  const found = await read(slug, page)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  const { author, list } = found
  return (
    <ArticleList heading={author.name} list={list} page={found.page} path={pathOf(author.slug)}>
      <AuthorCard author={author} />
      <JsonLd data={personJsonLd(author)} />
    </ArticleList>
  )
}

export async function authorMetadata(slug: string, page: number | undefined) {
  const found = await read(slug, page)
  if (!found) return missingMetadata()
  const { author, list } = found
  return listMetadata({
    path: pathOf(author.slug),
    title: author.name,
    description: author.bio,
    page: found.page,
    of: list.pages,
  })
}
