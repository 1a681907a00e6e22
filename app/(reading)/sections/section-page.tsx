import { ArticleList } from '@/components/article/article-list'
import { MissingPage } from '@/components/page/notice-page'
import { readList } from '@/db/cached/articles'
import { readSection } from '@/db/cached/lists'
import { readMissing } from '@/db/cached/missing'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'

const pathOf = (slug: string) => `/sections/${slug}`

async function read(slug: string, page: number | undefined) {
  const section = await readSection(slug)
  const list = section && page ? await readList({ of: 'section', id: section.id }, page) : undefined
  return section && page && list && page <= list.pages ? { section, page, list } : undefined
}

/** Page N of a section's articles; no page number is none of its pages. */
export async function SectionPage({ slug, page }: { slug: string; page: number | undefined }) {
  const found = await read(slug, page)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  const { section, list } = found
  return (
    <ArticleList heading={section.name} list={list} page={found.page} path={pathOf(section.slug)} showsSection={false}>
      {section.description && <p>{section.description}</p>}
    </ArticleList>
  )
}

export async function sectionMetadata(slug: string, page: number | undefined) {
  const found = await read(slug, page)
  if (!found) return missingMetadata()
  const { section, list } = found
  return listMetadata({
    path: pathOf(section.slug),
    title: section.name,
    description: section.description,
    page: found.page,
    of: list.pages,
  })
}
