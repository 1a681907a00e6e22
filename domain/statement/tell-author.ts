import type { Tx } from '@/db/client'
import { insertJob } from '@/db/job-queue'
import { insertNotification } from '@/db/queries/notifications'
import { findToldAuthor, wasRemovalTold } from '@/db/queries/statements'
import { newId } from '@/lib/new-id'
import { usual } from '../notification/kinds'

type Told = { id: string; memberId: string | null }

/**
 * States a line of the log to the author of the comment, in the transaction that wrote it: on the account page, and by a
 * letter at once unless the member turned those off. A guest's letter is a job of its own, since there is no account.
 */
export async function tellAuthor(comment: Told, decisionId: string, now: Date, tx: Tx) {
  if (!comment.memberId) return insertJob('tell-guest', { decisionId }, now, tx)
  const author = await findToldAuthor(comment.memberId, tx)
  if (!author) return
  const isMailed = author.hasAddress && (author.mail ?? usual.mail) !== 'off'
  const row = { id: newId(), memberId: comment.memberId, kind: 'statement' as const, commentId: comment.id, decisionId }
  // The account page always states what was decided, whatever the member wishes to be told of otherwise.
  await insertNotification({ ...row, inPage: true, dueAt: isMailed ? now : null, createdAt: now }, tx)
  if (isMailed) await insertJob('mail-notifications', { notificationId: row.id }, now, tx)
}

/** Tells the author that a comment stands again, unless nobody had told them that it did not. */
export async function tellOfRestoring(comment: Told, decisionId: string, now: Date, tx: Tx) {
  if (await wasRemovalTold(comment.id, now, tx)) await tellAuthor(comment, decisionId, now, tx)
}
