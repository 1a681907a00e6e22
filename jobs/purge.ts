import { purge } from '@/domain/purge/purge'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { TimedJob } from './queue'

/** Deletes every night what is kept for a while only. */
export const purgeJob: TimedJob = {
  name: 'purge',
  cron: '15 4 * * *',
  longest: 2 * 60 * 60,
  async work(signal) {
    log.info(await purge({ senderDays: env().senderDays, signal }), 'what was too old is deleted')
  },
}
