import { env } from '@/lib/env'
import { checkCountersJob } from './check-counters'
import { mailNotificationsJob } from './mail-notifications'
import { purgeJob } from './purge'
import { openQueue } from './queue'
import { queueAlarmJob } from './queue-alarm'
import { showQueue } from './queue-gauge'
import { createChecks } from './readiness'
import { tellGuestJob, tellOfHoldJob } from './statements'
import { tryWordListJob } from './try-word-list'

/** Starts what the site does by itself. Never fails: while the database is away, jobs wait for it. */
export function startJobs(databaseUrl: string) {
  const queue = openQueue({
    databaseUrl,
    timeZone: env().timeZone,
    jobs: [checkCountersJob, purgeJob, queueAlarmJob],
    sent: [mailNotificationsJob, tellOfHoldJob, tellGuestJob, tryWordListJob],
  })
  const gauge = showQueue(queue)
  return {
    checks: createChecks(queue),
    async close() {
      gauge.close()
      await queue.close()
    },
  }
}
