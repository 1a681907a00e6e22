import { ArticleList } from '@/components/article/article-list'
import { MissingPage } from '@/components/page/notice-page'
import { readList } from '@/db/cached/articles'
import { readMissing } from '@/db/cached/missing'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'
import { monthName, monthOf } from '@/lib/month'
import { siteWords } from '@/lib/words/site'

type Asked = { year: string; month: string; page: number | undefined }

const pathOf = ({ year, month }: Asked) => `/archive/${year}/${month}`
const headingOf = ({ year, month }: Asked) => siteWords.archiveOf(monthName(`${year}-${month}`))

async function read({ year, month, page }: Asked) {
  const range = monthOf(year, month)
  const list = range && page ? await readList({ of: 'month', ...range }, page) : undefined
  return page && list && list.articles > 0 && page <= list.pages ? { page, list } : undefined
}

/** Page N of a month of the archive; a month without articles is no page. */
export async function MonthPage(asked: Asked) {
  const found = await read(asked)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  return <ArticleList heading={headingOf(asked)} list={found.list} page={found.page} path={pathOf(asked)} />
}

export async function monthMetadata(asked: Asked) {
  const found = await read(asked)
  if (!found) return missingMetadata()
  return listMetadata({ path: pathOf(asked), title: headingOf(asked), page: found.page, of: found.list.pages })
}
