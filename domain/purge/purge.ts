import { deleteAddressKeysBefore } from '@/db/queries/address-keys'
import {
  deleteExpired,
  deleteOldNotifications,
  updateReactorsForgotten,
  updateReportersForgotten,
  updateSendersForgotten,
} from '@/db/queries/purge'
import { articleReaction, commentReaction } from '@/db/schema'
import { weekOf } from '@/lib/week'

const day = 24 * 60 * 60_000

/** What somebody was told of half a year ago is of no use to anybody. */
const notificationDays = 180

type Purge = {
  /** For how long it is known which neighbourhood, as a hash, a comment, reaction or report came from. */
  senderDays: number
  now?: Date
  /** Ends the purge between two steps, by throwing. */
  signal?: AbortSignal
  atOnce?: number
}

/** Deletes what the paper keeps for a while only. No person's act: the site does it every night. */
export async function purge({ senderDays, now = new Date(), signal, atOnce = 5000 }: Purge) {
  const before = (days: number) => new Date(now.getTime() - days * day)
  const each = async (some: (before: Date, limit: number) => Promise<number>, days: number) => {
    let [total, done] = [0, 0]
    do {
      signal?.throwIfAborted()
      done = await some(before(days), atOnce)
      total += done
    } while (done === atOnce)
    return total
  }
  await deleteExpired(now)
  await deleteAddressKeysBefore(weekOf(now))
  return {
    senders: await each(updateSendersForgotten, senderDays),
    reactors:
      (await each(updateReactorsForgotten(articleReaction), senderDays)) +
      (await each(updateReactorsForgotten(commentReaction), senderDays)),
    reporters: await each(updateReportersForgotten, senderDays),
    notifications: await each(deleteOldNotifications, notificationDays),
  }
}
