import { deleteAddressKeysBefore } from '@/db/queries/address-keys'
import {
  deleteExpired,
  deleteOldBlocks,
  deleteOldGuestLetters,
  deleteOldNotifications,
  deleteOldVisits,
  type Origin,
  updateGuestAddressForgotten,
  updateOriginForgotten,
} from '@/db/queries/purge'
import { weekOf } from '@/lib/week'

const day = 24 * 60 * 60_000

/** What somebody was told of, or looked at, half a year ago is of no use to anybody. */
const staleDays = 180

type Purge = {
  /** For how long it is known which neighbourhood, as a hash, a comment, reaction or report came from, and which address a guest gave. */
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
  const forget = (of: Origin) => each((before, limit) => updateOriginForgotten(of, before, limit), senderDays)
  return {
    senders: await forget('comment'),
    reactors: (await forget('articleReaction')) + (await forget('commentReaction')),
    reporters: await forget('report'),
    reportSenders: await forget('reportSender'),
    guests: await each(updateGuestAddressForgotten, senderDays),
    guestLetters: await each(deleteOldGuestLetters, staleDays),
    notifications: await each(deleteOldNotifications, staleDays),
    visits: await each(deleteOldVisits, staleDays),
    blocks: await each(deleteOldBlocks, staleDays),
  }
}
