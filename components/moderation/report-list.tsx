import type { ReportOf } from '@/db/queries/reports'
import { moderationWords } from '@/lib/words/moderation'
import { Moment } from '../page/moment'

const words = moderationWords.reports

/** What readers reported about a comment, and how far each of them is to be trusted. */
export function ReportList({ reports, level = 'h3' }: { reports: ReportOf[]; level?: 'h2' | 'h3' }) {
  const Heading = level
  if (reports.length === 0) return null
  return (
    <section className="reports">
      <Heading>{words.heading(reports.length)}</Heading>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <b>{report.reason.label}</b> {words.by(report.reporterName ?? words.guest)}
            {report.reporterName && ` (${words.record(report.upheldBefore, report.decidedBefore)})`},{' '}
            <Moment at={report.createdAt} /> <span>({words.outcomes[report.outcome ?? 'open']})</span>
            {report.note && <blockquote dir="auto">{report.note}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}
