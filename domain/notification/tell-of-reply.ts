import type { Tx } from '@/db/client'
import { insertJob } from '@/db/job-queue'
import { type Answered, insertNotification, isReplyIgnored } from '@/db/queries/notifications'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { dueAt } from './due-at'
import { usual } from './kinds'

type Reply = { id: string; memberId: string | null }

/**
 * Tells the member whose comment is answered of a reply that readers see from now on, in the transaction that shows it.
 * Nobody is told of their own replies, of those by somebody whom they ignore, nor twice of the same one.
 */
export async function tellOfReply(reply: Reply, answered: Answered, now: Date, tx: Tx) {
  if (!answered || answered.id === reply.memberId) return
  const inPage = answered.inPage ?? usual.inPage
  const due = answered.hasAddress ? dueAt(answered.mail ?? usual.mail, now, env().timeZone) : null
  if (!inPage && !due) return
  if (reply.memberId && (await isReplyIgnored(reply.id, answered.id, tx))) return
  const row = { id: newId(), memberId: answered.id, kind: 'reply' as const, commentId: reply.id, createdAt: now }
  await Promise.all([
    insertNotification({ ...row, inPage, dueAt: due }, tx),
    // Where the member was told before there is no such notification, and the job finds nothing to do.
    due && insertJob('mail-notifications', { notificationId: row.id }, due, tx),
  ])
}
