import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { insertJob } from '@/db/job-queue'
import { listFailedJobs } from '@/db/queries/jobs'
import { decision } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { openQueue, type Queue } from '@/jobs/queue'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { stranger } from '../actor'
import { retryFailedJob } from './retry-job'

// The queue of a timed job is made by the node that does it.
let queue: Queue
beforeAll(async () => {
  const timed = { name: 'purge', cron: '0 0 29 2 *', longest: 60, work: async () => {} }
  queue = openQueue({ databaseUrl: env().databaseUrl ?? '', timeZone: 'UTC', jobs: [timed] })
  await vi.waitUntil(() => queue.isRunning(), { timeout: 20_000 })
}, 30_000)
afterAll(() => queue.close())

/** A job as pg-boss leaves it when its last try has failed. */
async function aFailedJob() {
  const notificationId = newId()
  await db.transaction((tx) => insertJob('mail-notifications', { notificationId }, new Date(), tx))
  const [job] = await db.execute<{ id: string }>(sql`
    update pgboss.job set state = 'failed', retry_count = 5, completed_on = now(), output = '{"message": "550 <b>no</b>"}'
    where data->>'notificationId' = ${notificationId} returning id`)
  return { id: job?.id ?? '' }
}

const stateOf = async (id: string) => {
  const [job] = await db.execute<{ state: string }>(sql`select state::text from pgboss.job where id = ${id}`)
  return job?.state
}

const logged = (id: string) =>
  db
    .select()
    .from(decision)
    .where(and(eq(decision.kind, 'retry-job'), sql`${decision.after}->>'id' = ${id}`))

test('a job that failed at every try is listed with its error, its tries and its times', async () => {
  const { id } = await aFailedJob()
  const listed = (await listFailedJobs(100)).find((job) => job.id === id)
  expect(listed).toMatchObject({ name: 'mail-notifications', error: '550 <b>no</b>', tries: 6 })
  expect(Date.now() - Number(listed?.failedAt)).toBeLessThan(60_000)
})

test('an admin has it tried again, and the log says who', async () => {
  const [job, admin] = [await aFailedJob(), await aMember({ rank: 'admin' })]
  expect(await retryFailedJob(admin, job)).toMatchObject({ ok: true })
  expect(await stateOf(job.id)).toBe('retry')
  expect(await logged(job.id)).toMatchObject([{ actorId: admin.id, actorRank: 'admin', after: { state: 'retry' } }])
  expect((await listFailedJobs(100)).some(({ id }) => id === job.id)).toBe(false)
})

test.each(['member', 'moderator', 'editor'] as const)('a %s has no job tried again', async (rank) => {
  const job = await aFailedJob()
  for (const actor of [
    await aMember({ rank }),
    stranger,
    { ...(await aMember({ rank: 'admin' })), sanction: 'ban' as const },
  ])
    expect(await retryFailedJob(actor, job)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await stateOf(job.id)).toBe('failed')
  expect(await logged(job.id)).toEqual([])
})

test('two admins at once: one has it tried again, the other is told', async () => {
  const [job, one, two] = [await aFailedJob(), await aMember({ rank: 'admin' }), await aMember({ rank: 'admin' })]
  const outcomes = await Promise.all([retryFailedJob(one, job), retryFailedJob(two, job)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'no-such-job' })
  expect(await logged(job.id)).toHaveLength(1)
})

test('a job of which there is one at a time is not tried again beside the next one', async () => {
  const [failed, waiting] = [newId(), newId()]
  const made = (id: string, state: string) => sql`
    insert into pgboss.job (id, name, state, policy, start_after) values (${id}, 'purge', ${state}::pgboss.job_state, 'exclusive', now() + interval '1 day')`
  await db.execute(made(failed, 'failed'))
  await db.execute(made(waiting, 'created'))
  expect(await retryFailedJob(await aMember({ rank: 'admin' }), { id: failed })).toMatchObject({
    refusal: 'already-queued',
  })
  expect(await stateOf(failed)).toBe('failed')
})
