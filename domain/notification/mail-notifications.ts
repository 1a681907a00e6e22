import { z } from 'zod'
import { db, type Tx } from '@/db/client'
import {
  findAddressForLetters,
  findLetterToSend,
  listRepliesOfLetter,
  updateIntoLetter,
  updateLetterSettled,
} from '@/db/queries/notification-letters'
import { listOutcomesOfLetter } from '@/db/queries/report-outcomes'
import { listStatementsOfLetter } from '@/db/queries/statements'
import { type Letter, sendLetter } from '@/lib/mail/send-letter'
import { mostOutcomes, outcomeLetter } from '../report/outcome-letter'
import { mostStated, statementLetter } from '../statement/statement-letter'
import type { NotificationKind } from './kinds'
import { mostTold, replyLetter } from './reply-letter'

export const mailInput = z.object({ notificationId: z.uuid() })

/** So many things in one letter are counted; nobody has more. */
const mostCounted = 1000

/**
 * Sends the letter that is due with a notification, together with whatever else is due to the same member: the jobs of
 * those find nothing left to do. What may be told, and whether a letter is still wanted, is asked now.
 *
 * One letter is sent once: its rows are locked by whoever sends it until that is written down, and a letter that was
 * refused is sent by the next try. What cannot be exact is a process that dies, or loses its database, between the mail
 * server's yes and the commit: then the letter goes out again, with the same Message-ID, by which mailboxes that compare
 * it keep one. A reply that is hidden in that same moment may still be told of.
 */
export async function mailNotifications({ notificationId }: z.infer<typeof mailInput>, now = new Date()) {
  await updateIntoLetter(notificationId, now)
  await db.transaction(async (tx) => {
    const letter = await findLetterToSend(notificationId, tx)
    if (!letter) return
    const to = await findAddressForLetters(letter.memberId, letter.kind, tx)
    const made =
      to && (await writers[letter.kind]({ to, memberId: letter.memberId, letterId: notificationId }, now, tx))
    if (made) await sendLetter(made)
    await updateLetterSettled(notificationId, now, tx)
  })
}

type Envelope = { to: string; memberId: string; letterId: string }

/** Each kind's letter of what may be told at this moment; none where nothing may. */
const writers: Record<NotificationKind, (envelope: Envelope, now: Date, tx: Tx) => Promise<Letter | undefined>> = {
  async reply(envelope, now, tx) {
    const [first, ...more] = await listRepliesOfLetter(envelope.letterId, now, mostCounted, tx)
    if (!first) return
    return replyLetter({ ...envelope, replies: [first, ...more.slice(0, mostTold - 1)], total: 1 + more.length })
  },
  async statement(envelope, _, tx) {
    const [first, ...more] = await listStatementsOfLetter(envelope.letterId, mostCounted, tx)
    if (!first) return
    const statements: Parameters<typeof statementLetter>[0]['statements'] = [first, ...more.slice(0, mostStated - 1)]
    return statementLetter({ ...envelope, statements, total: 1 + more.length })
  },
  async 'report-outcome'(envelope, _, tx) {
    const [first, ...more] = await listOutcomesOfLetter(envelope.letterId, mostCounted, tx)
    if (!first) return
    return outcomeLetter({ ...envelope, outcomes: [first, ...more.slice(0, mostOutcomes - 1)], total: 1 + more.length })
  },
  /** Is sent by the queue itself: no notification is ever of this kind (domain/moderation/alarm-queue.ts). */
  async 'queue-alarm'() {
    return undefined
  },
}
