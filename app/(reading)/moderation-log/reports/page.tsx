import { readLogMonths } from '@/db/cached/moderation-log'
import { logReportPath, logReportsPath } from '@/domain/moderation-log/addresses'
import { listMetadata } from '@/domain/wire/metadata'
import { monthName } from '@/lib/month'
import { logWords as words } from '@/lib/words/moderation-log'

export const ensureStatic = 'navigation'

export const generateMetadata = () =>
  listMetadata({ path: logReportsPath, title: words.reports, description: words.reportsLead, page: 1, of: 1 })

export default async function ModerationReports() {
  const months = await readLogMonths()
  return (
    <main id="text" className="article-list">
      <header className="list-header">
        <h1>{words.reports}</h1>
        <p>{words.reportsLead}</p>
      </header>
      <ul className="months">
        {months.map((month) => (
          <li key={month}>
            <a href={logReportPath(month)}>{monthName(month)}</a>
          </li>
        ))}
      </ul>
    </main>
  )
}
