import { db } from '@/db/client'
import { countQueue, findLongestWait } from '@/db/queries/queue'
import { listToAlarm, upsertAlarm } from '@/db/queries/queue-alarm'
import { sendLetter } from '@/lib/mail/send-letter'
import { permissions, ranks } from '../actor'
import { alarmLetter } from './alarm-letter'
import { told } from './read-queue'

const minute = 60_000
const day = 24 * 60 * minute

const moderating = ranks.filter((rank) => permissions[rank].has('comment.decide'))

/**
 * Tells moderators by letter that something in the queue has waited longer than `hours`: each who wants it once a day at
 * most. No person's act: the site does it. A letter that the mail server did not take is tried again. Answers how many
 * were told.
 */
export async function alarmQueue(hours: number, now = new Date()) {
  const oldest = hours > 0 ? await findLongestWait() : undefined
  const waits = oldest ? (now.getTime() - oldest.getTime()) / minute : 0
  if (waits <= hours * 60) return 0
  const counts = told(await countQueue())
  const notSince = new Date(now.getTime() - day)
  let letters = 0
  for (const { memberId, email } of await listToAlarm(moderating, notSince, now)) {
    const letter = alarmLetter({ to: email, memberId, waits, counts, day: now.toISOString().slice(0, 10) })
    await db.transaction(async (tx) => {
      if (!(await upsertAlarm(memberId, notSince, now, tx))) return
      await sendLetter(letter)
      letters++
    })
  }
  return letters
}
