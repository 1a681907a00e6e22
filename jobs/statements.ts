import { tellGuest } from '@/domain/statement/tell-guest'
import { tellOfHold, toldInput } from '@/domain/statement/tell-of-hold'
import type { SentJob } from './queue'

/** Tells authors whose comment has been held for a while. */
export const tellOfHoldJob: SentJob = {
  name: 'tell-of-hold',
  longest: 5 * 60,
  work: async (data) => tellOfHold(toldInput.parse(data)),
}

/** Sends guests what was decided about their comments. */
export const tellGuestJob: SentJob = {
  name: 'tell-guest',
  // Twenty are taken at a time, and a slow mail server is given up after a minute.
  longest: 30 * 60,
  work: async (data) => tellGuest(toldInput.parse(data)),
}
