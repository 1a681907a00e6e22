import { env } from '@/lib/env'
import { checkCountersJob } from './check-counters'
import { openQueue } from './queue'

/** Starts what the site does by itself. Never fails: while the database is away, jobs wait for it. */
export function startJobs(databaseUrl: string) {
  return openQueue({ databaseUrl, timeZone: env().timeZone, jobs: [checkCountersJob] })
}
