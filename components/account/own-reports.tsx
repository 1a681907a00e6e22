import type { OwnReport } from '@/db/queries/reports'
import { articlePath } from '@/domain/comment/addresses'
import { moderationWords } from '@/lib/words/moderation'
import { Moment } from '../page/moment'

const words = moderationWords.own

/** What a member reported, and what became of it. */
export function OwnReports({ reports }: { reports: OwnReport[] }) {
  return (
    <section aria-labelledby="own-reports">
      <h2 id="own-reports">{words.heading}</h2>
      {reports.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="own-reports">
        {reports.map((report) => (
          <li key={report.id}>
            <Moment at={report.createdAt} />: <b>{report.reason.label}</b>, {words.on}{' '}
            <a href={articlePath(report.slug)}>{report.headline}</a>.{' '}
            <span className="outcome">{words.outcomes[outcomeOf(report)]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function outcomeOf({ outcome, standing }: OwnReport) {
  if (outcome === 'upheld') return standing === 'visible' ? 'restored' : 'upheld'
  if (outcome === 'dismissed') return 'dismissed'
  return standing === 'deleted' ? 'deleted' : 'open'
}
