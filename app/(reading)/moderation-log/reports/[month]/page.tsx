import { LogReportPage } from '@/components/moderation/log-report-page'
import { MissingPage } from '@/components/page/notice-page'
import { readMissing } from '@/db/cached/missing'
import { readLogReport } from '@/db/cached/moderation-log'
import { logReportPath } from '@/domain/moderation-log/addresses'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'
import { monthName, monthSpan } from '@/lib/month'
import { logWords } from '@/lib/words/moderation-log'

const words = logWords.report

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ month: '__none__' }]

type Props = PageProps<'/moderation-log/reports/[month]'>

async function read({ params }: Props) {
  const { month } = await params
  const span = monthSpan(month)
  const report = span && (await readLogReport(span.from, span.before))
  return report && { month, report }
}

export async function generateMetadata(props: Props) {
  const found = await read(props)
  if (!found) return missingMetadata()
  const title = words.title(monthName(found.month))
  return listMetadata({ path: logReportPath(found.month), title, description: words.lead, page: 1, of: 1 })
}

export default async function ModerationReport(props: Props) {
  const found = await read(props)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  return <LogReportPage {...found} />
}
