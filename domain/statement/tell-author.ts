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
  await tellAuthors([{ ...comment, decisionId }], now, tx)
}

/** The same of many comments at once: what is stated to one member together is told in one letter. */
export async function tellAuthors(told: (Told & { decisionId: string })[], now: Date, tx: Tx) {
  for (const [memberId, theirs] of Map.groupBy(told, (one) => one.memberId)) {
    if (memberId) await tellMember(memberId, theirs, now, tx)
    else for (const { decisionId } of theirs) await insertJob('tell-guest', { decisionId }, now, tx)
  }
}

async function tellMember(memberId: string, told: { id: string; decisionId: string }[], now: Date, tx: Tx) {
  const author = await findToldAuthor(memberId, tx)
  if (!author) return
  const isMailed = author.hasAddress && (author.mail ?? usual.mail) !== 'off'
  // The account page always states what was decided, whatever the member wishes to be told of otherwise.
  const of = { memberId, kind: 'statement' as const, inPage: true, dueAt: isMailed ? now : null, createdAt: now }
  const rows = told.map(({ id, decisionId }) => ({ ...of, id: newId(), commentId: id, decisionId }))
  await insertNotification(rows, tx)
  // The first one's job gathers what is due with it.
  if (isMailed) await insertJob('mail-notifications', { notificationId: rows[0]?.id }, now, tx)
}

/** Tells the author that a comment stands again, unless nobody had told them that it did not. */
export async function tellOfRestoring(comment: Told, decisionId: string, now: Date, tx: Tx) {
  if (await wasRemovalTold(comment.id, now, tx)) await tellAuthor(comment, decisionId, now, tx)
}
