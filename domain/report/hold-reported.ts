import type { Tx } from '@/db/client'
import { invalidate, tags } from '@/db/invalidate'
import { countVisible, moveComment } from '@/db/queries/comment-changes'
import { isCleared, updateHeldForReports } from '@/db/queries/report-weights'
import { env } from '@/lib/env'
import { logHold } from '../statement/tell-of-hold'
import { trustedWeight } from './report-weight'
import { weighReports } from './weigh-reports'

type Reported = { id: string; articleId: string; rootId: string; depth: number; memberId: string | null }

/**
 * Takes a visible comment out of sight until a moderator has read it, where its open reports weigh enough and nobody at
 * the desk has let this text stand. Under the comment's lock, in the transaction of the report that makes the weight.
 */
export async function holdWhenReported(comment: Reported, now: Date, tx: Tx) {
  const threshold = env().reportHoldWeight
  if (threshold <= 0) return
  const reports = (await weighReports([comment.id], tx)).get(comment.id) ?? []
  const weight = trustedWeight(reports)
  if (weight < threshold || (await isCleared(comment.id, tx))) return
  await moveComment({ id: comment.id, seenAs: 'visible', to: 'held' }, now, tx)
  await updateHeldForReports(comment.id, reports.length, tx)
  await countVisible(comment, -1, tx)
  const counted = { reports: reports.length, weight: Number(weight.toFixed(2)) }
  await logHold({ ...comment, heldBecause: 'reports', findings: null, reports: counted }, 'visible', now, tx)
  await invalidate(tx, [tags.comments(comment.articleId), tags.counts(comment.articleId)], 'conceal')
}
