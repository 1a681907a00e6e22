import { mailInput, mailNotifications } from '@/domain/notification/mail-notifications'
import type { SentJob } from './queue'

/** Sends the letters that tell members of replies: at once, or those of an hour or a day together. */
export const mailNotificationsJob: SentJob = {
  name: 'mail-notifications',
  // Twenty are taken at a time, and a slow mail server is given up after a minute.
  longest: 30 * 60,
  work: async (data) => mailNotifications(mailInput.parse(data)),
}
