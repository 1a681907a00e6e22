import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { retryJob } from '@/db/job-queue'
import { insertDecision } from '@/db/queries/decisions'
import { findFailedJob, isJobQueued } from '@/db/queries/jobs'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

export const retryInput = z.object({ id: z.uuid() })

/** Has a job tried once more that failed at every try. */
export async function retryFailedJob(actor: Actor, { id }: z.infer<typeof retryInput>, now = new Date()) {
  if (actor.id === null || !may(actor, 'job.retry')) return refuse('not-allowed')
  return transact(async (tx) => {
    const job = await findFailedJob(id, tx)
    if (!job) return refuse('no-such-job')
    if (await isJobQueued(job.name, tx)) return refuse('already-queued')
    await retryJob(job.name, id, tx)
    const who = { actorId: actor.id, actorRank: actor.rank }
    const change = { before: { job: job.name, id, state: 'failed' }, after: { job: job.name, id, state: 'retry' } }
    await insertDecision({ kind: 'retry-job', ...who, ...change, createdAt: now }, tx)
    return done({ name: job.name })
  })
}
