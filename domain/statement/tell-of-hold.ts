import { z } from 'zod'
import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { insertJob } from '@/db/job-queue'
import { findComment } from '@/db/queries/comment-changes'
import { insertDecision } from '@/db/queries/decisions'
import { findStatement, undoneWithin } from '@/db/queries/statements'
import { holdingFindings } from '../screening/finding'
import { sentenceOf } from '../screening/finding-words'
import { tellAuthor } from './tell-author'

type Held = {
  id: string
  articleId: string
  memberId: string | null
  /** Those of readers, where they brought it about: how many, and what they weigh. */
  reports?: { reports: number; weight: number }
} & Parameters<typeof holdingFindings>[0]

/** Logs that the site holds a comment, in the transaction that does it; its author is told if it still waits by and by. */
export async function logHold({ id, articleId, memberId, reports, ...held }: Held, from: string, now: Date, tx: Tx) {
  const why = holdingFindings(held).map(sentenceOf).join(' ')
  const decisionId = await insertDecision(
    {
      kind: 'hold-comment',
      commentId: id,
      articleId,
      memberId,
      isAutomatic: true,
      before: { standing: from, ...(reports && { reports: reports.reports }) },
      after: { standing: 'held', heldBecause: held.heldBecause, why, ...(reports && { weight: reports.weight }) },
      createdAt: now,
    },
    tx,
  )
  await insertJob('tell-of-hold', { decisionId }, new Date(now.getTime() + undoneWithin * 60_000), tx)
}

export const toldInput = z.object({ decisionId: z.uuid() })

/** States a hold to the author of the comment, if it still lasts. Doing it twice tells once. */
export async function tellOfHold({ decisionId }: z.infer<typeof toldInput>, now = new Date()) {
  await transact(async (tx) => {
    const held = await findStatement(decisionId, tx)
    // A decision that is made at this moment comes before, or after.
    const comment = held && (await findComment(held.commentId, tx, true))
    if (comment && (await findStatement(decisionId, tx))?.isInForce) await tellAuthor(comment, decisionId, now, tx)
  })
}
