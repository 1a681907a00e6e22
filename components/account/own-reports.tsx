import { FormToken } from '@/components/form/form-token.island'
import type { OwnReport } from '@/db/queries/reports'
import { articlePath } from '@/domain/comment/addresses'
import { outcomeOf } from '@/domain/report/outcome-of'
import { moderationWords } from '@/lib/words/moderation'
import { reportWords } from '@/lib/words/report'
import { Moment } from '../page/moment'

const words = moderationWords.own

type MarkRead = (form: FormData) => Promise<void>

/** What a member reported, and what became of it. */
export function OwnReports({ reports, markRead }: { reports: OwnReport[]; markRead: MarkRead }) {
  return (
    <section aria-labelledby="own-reports">
      <h2 id="own-reports">{words.heading}</h2>
      {reports.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="own-reports">
        {reports.map((report) => (
          <li key={report.id} className={report.unreadId ? 'is-unread' : undefined}>
            {report.unreadId && <strong>{reportWords.fresh}: </strong>}
            <Moment at={report.createdAt} />: <b>{report.reason.label}</b>, {words.on}{' '}
            <a href={articlePath(report.slug)}>{report.headline}</a>.{' '}
            <span className="outcome">{words.outcomes[outcomeOf(report)]}</span>
            {report.unreadId && <MarkRead report={report} markRead={markRead} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function MarkRead({ report, markRead }: { report: OwnReport; markRead: MarkRead }) {
  return (
    <form action={markRead}>
      <FormToken />
      <input type="hidden" name="id" value={report.unreadId ?? ''} />
      <button
        type="submit"
        className="button-quiet"
        aria-label={reportWords.markReadOf(report.reason.label, report.headline)}
      >
        {reportWords.markRead}
      </button>
    </form>
  )
}
