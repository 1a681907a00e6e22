import { setTimeout as pause } from 'node:timers/promises'
import { Gauge } from 'prom-client'
import { metrics } from '@/lib/metrics'
import type { JobCount, Queue } from './queue'

const name = 'courant_jobs'
const answerWithin = 2000

/** Tells of the queue in /metrics, until `close`. While the database is away it tells nothing rather than old numbers. */
export function showQueue(queue: Queue) {
  const gauge = new Gauge({
    name,
    help: 'Jobs by name and state: deferred ones wait for their time, failed ones are not tried again.',
    labelNames: ['job', 'state'],
    registers: [metrics],
    async collect() {
      gauge.reset()
      for (const { job, ...states } of await countSoon(queue)) {
        for (const [state, jobs] of Object.entries(states)) gauge.set({ job, state }, jobs)
      }
    },
  })
  return { close: () => metrics.removeSingleMetric(name) }
}

function countSoon(queue: Queue): Promise<JobCount[]> {
  const counted = queue.countJobs().catch(() => [])
  return Promise.race([counted, pause(answerWithin, [], { ref: false })])
}
