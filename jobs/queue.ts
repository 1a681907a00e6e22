import { setTimeout as pause } from 'node:timers/promises'
import { type JobResult, PgBoss } from 'pg-boss'
import { readByPg, type SentJobName } from '@/db/queue-tables'
import { log } from '@/lib/log'

/** What the site does by itself at a time of day, once for all nodes. It may be done twice without harm. */
export type TimedJob = {
  name: string
  /** In the paper's time zone. */
  cron: string
  /** Seconds after which it counts as failed, and is tried again. */
  longest: number
  /** Rejects where it failed, and soon after the signal where it was called off: then it is tried again. */
  work(signal: AbortSignal): Promise<void>
}

/** What an act has the site do later. It may be done twice without harm, and for one thing while another fails. */
export type SentJob = {
  name: SentJobName
  longest: number
  work(data: unknown, signal: AbortSignal): Promise<void>
}

export type Queue = {
  /** Whether this node takes jobs. */
  isRunning(): boolean
  /** How many of each job are in which state, at most a minute ago. Rejects while the database is away. */
  countJobs(): Promise<JobCount[]>
  /** Takes no more jobs and calls off those under way, which are tried again elsewhere or later. */
  close(): Promise<void>
}

export type JobCount = { job: string; deferred: number; ready: number; active: number; failed: number }
type QueueOptions = {
  databaseUrl: string
  timeZone: string
  jobs: readonly TimedJob[]
  sent?: readonly SentJob[]
  /** Between two looks at the clock's jobs, and at the queue. */
  pollSeconds?: number
}

const retries = { retryLimit: 5, retryDelay: 60, retryBackoff: true }
/** A node that dies with a job in its hands is missed after so many seconds, and the job is tried again. */
const heartbeatSeconds = 60
const longestWait = 30_000
const closeWithin = 8000
/** Each node looks into the queue more often than that, unless it is at work. */
const lookedWithin = 60_000

/**
 * Opens the queue of jobs in Postgres, in the schema `pgboss`, which keeps itself up to date. Nothing waits for it:
 * while the database is away it keeps trying, and says so once for each time away.
 */
export function openQueue({ databaseUrl, timeZone, jobs, sent = [], pollSeconds = 10 }: QueueOptions): Queue {
  const boss = new PgBoss({
    connectionString: readByPg(databaseUrl),
    max: 2,
    application_name: 'courant-jobs',
    connectionTimeoutMillis: 5000,
    cronMonitorIntervalSeconds: pollSeconds,
    cronWorkerIntervalSeconds: pollSeconds,
    registerInstance: false,
  })
  const stop = new AbortController()
  const tell = oncePerOutage()
  boss.on('error', tell)
  boss.on('warning', ({ message }) => log.warn(`jobs: ${message}`))

  async function start() {
    await boss.start()
    for (const job of jobs) await provide(boss, job, timeZone)
    for (const job of sent) await boss.updateQueue(job.name, waysOf(job))
    for (const job of jobs) await take(boss, job, pollSeconds, stop.signal)
    for (const job of sent) await takeSent(boss, job, pollSeconds, stop.signal)
  }
  const started = tryUntilDone(start, stop.signal, tell)

  return {
    isRunning: () => boss.getWipData().some(({ count, lastFetchedOn }) => count > 0 || isRecent(lastFetchedOn)),
    countJobs: () => Promise.all([...jobs, ...sent].map(({ name }) => countJobs(boss, name))),
    async close() {
      stop.abort(new Error('the site stops'))
      // A database that hangs keeps no site from stopping.
      await Promise.race([
        started.then(() => boss.stop({ timeout: closeWithin / 2 })),
        pause(closeWithin, undefined, { ref: false }),
      ])
    },
  }
}

/** Waits longer each time, up to half a minute. */
async function tryUntilDone(work: () => Promise<void>, signal: AbortSignal, tell: (error: unknown) => void) {
  for (let wait = 1000; !signal.aborted; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await work()
    } catch (error) {
      tell(error)
      await pause(wait, undefined, { signal }).catch(() => {})
    }
  }
}

/** What the job is and when, as this version of the site has it. `exclusive`: one at a time on all nodes. */
async function provide(boss: PgBoss, { name, cron, ...job }: TimedJob, timeZone: string) {
  const ways = waysOf(job)
  await boss.createQueue(name, { ...ways, policy: 'exclusive' })
  await boss.updateQueue(name, ways)
  await boss.schedule(name, cron, null, { tz: timeZone, missed: 'once' })
}

const waysOf = ({ longest }: Pick<TimedJob, 'longest'>) => ({
  ...retries,
  heartbeatSeconds,
  expireInSeconds: longest,
})

async function take(boss: PgBoss, { name, work }: TimedJob, pollSeconds: number, stopping: AbortSignal) {
  await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async ([job]) => {
    if (!job) return
    try {
      await work(AbortSignal.any([job.signal, stopping]))
    } catch (error) {
      tellOfFailure(name, error, stopping)
      throw error
    }
  })
}

/** Many at a time and one after the other; each is done, or failed, by itself. */
async function takeSent(boss: PgBoss, { name, work }: SentJob, pollSeconds: number, stopping: AbortSignal) {
  const ways = { batchSize: 20, burstWhenBatchFull: true, perJobResults: true } as const
  await boss.work(name, { pollingIntervalSeconds: Math.min(pollSeconds, 5), ...ways }, async (jobs) => {
    const results: JobResult[] = []
    for (const { id, data, signal } of jobs) {
      try {
        stopping.throwIfAborted()
        await work(data, AbortSignal.any([signal, stopping]))
        results.push({ id, status: 'completed' })
      } catch (error) {
        tellOfFailure(name, error, stopping)
        results.push({
          id,
          status: 'failed',
          output: { message: error instanceof Error ? error.message : String(error) },
        })
      }
    }
    return results
  })
}

function tellOfFailure(name: string, error: unknown, stopping: AbortSignal) {
  if (stopping.aborted) log.info(`${name} was called off, to be done again`)
  else log.error({ err: error }, `${name} failed, to be tried again`)
}

async function countJobs(boss: PgBoss, name: string): Promise<JobCount> {
  const [counted] = await boss.getQueueStats(name, { force: true })
  const { deferredCount = 0, readyCount = 0, activeCount = 0, failedCount = 0 } = counted ?? {}
  return { job: name, deferred: deferredCount, ready: readyCount, active: activeCount, failed: failedCount }
}

const isRecent = (moment: number | null) => moment !== null && Date.now() - moment < lookedWithin

/** While the database is away each look fails: a quiet minute ends an outage. */
function oncePerOutage() {
  let last = Number.NEGATIVE_INFINITY
  return (error: unknown) => {
    const isNew = performance.now() - last > lookedWithin
    last = performance.now()
    if (isNew) log.warn({ err: error }, 'jobs cannot be done at the moment: the queue is tried again')
    else log.debug({ err: error }, 'jobs can still not be done')
  }
}
