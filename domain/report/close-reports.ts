import type { Tx } from '@/db/client'
import { insertJob } from '@/db/job-queue'
import { insertOutcomes, listReportersToTell } from '@/db/queries/report-outcomes'
import { decideReports } from '@/db/queries/reports'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { dueAt } from '../notification/due-at'
import { usualForReports } from '../notification/kinds'

/**
 * Gives the open reports of a comment their outcome and tells the members who made them, in the transaction of the
 * decision. Guests read it on the page where they reported. Answers how many reports there were.
 */
export async function closeReports(commentId: string, outcome: 'upheld' | 'dismissed', now: Date, tx: Tx) {
  const reports = await decideReports(commentId, outcome, now, tx)
  if (reports === 0) return 0
  const told = (await listReportersToTell(commentId, now, tx)).flatMap(({ memberId, hasAddress, ...wish }) => {
    const inPage = wish.inPage ?? usualForReports.inPage
    const due = hasAddress ? dueAt(wish.mail ?? usualForReports.mail, now, env().timeZone) : null
    return inPage || due ? [{ id: newId(), memberId, commentId, inPage, dueAt: due, createdAt: now }] : []
  })
  await insertOutcomes(told, tx)
  for (const { id, dueAt: due } of told) if (due) await insertJob('mail-notifications', { notificationId: id }, due, tx)
  return reports
}
