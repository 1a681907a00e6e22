import { readMonths } from '@/db/cached/articles'
import { listMetadata } from '@/domain/wire/metadata'
import { monthName } from '@/lib/month'
import { siteWords } from '@/lib/words/site'

export const ensureStatic = 'navigation'

export const generateMetadata = () =>
  listMetadata({ path: '/archive', title: siteWords.archive, description: siteWords.archiveLead, page: 1, of: 1 })

export default async function ArchiveRoute() {
  const months = await readMonths()
  return (
    <main id="text" className="article-list">
      <header className="list-header">
        <h1>{siteWords.archive}</h1>
        <p>{siteWords.archiveLead}</p>
      </header>
      {months.length === 0 && <p className="empty">{siteWords.empty}</p>}
      <ul className="months">
        {months.map(({ month, articles }) => (
          <li key={month}>
            <a href={`/archive/${month.replace('-', '/')}`}>{monthName(month)}</a>{' '}
            <span>{siteWords.articles(articles)}</span>
          </li>
        ))}
      </ul>
    </main>
  )
}
