import type { Db } from '@/db/client'
import { listOpenReports } from '@/db/queries/report-weights'
import { guestWeight, judgedReports, memberWeight, newAccountDays, type Weighed } from './report-weight'

const day = 24 * 60 * 60_000

/** The open reports of comments with what each weighs, by the comment's id. */
export async function weighReports(commentIds: string[], on?: Db) {
  const reports = await listOpenReports(commentIds, judgedReports, on)
  const weighed = reports.map(({ memberSince, upheld, dismissed, ...report }) => ({
    ...report,
    isNew: memberSince === null || report.createdAt.getTime() - memberSince.getTime() < newAccountDays * day,
    weight: memberSince === null ? guestWeight : memberWeight({ upheld, dismissed }),
  }))
  return Map.groupBy<string, Weighed & { commentId: string }>(weighed, ({ commentId }) => commentId)
}
