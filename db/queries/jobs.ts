import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'

export type FailedJob = { id: string; name: string; error: string; tries: number; createdAt: Date; failedAt: Date }

type Row = Omit<FailedJob, 'createdAt' | 'failedAt'> & { created: string; failed: string }

/** Jobs that failed at every try, the last first: pg-boss keeps them in its own table. */
export async function listFailedJobs(limit: number, on: Db = db): Promise<FailedJob[]> {
  const rows = await on.execute<Row>(sql`
    select id, name, left(coalesce(output->>'message', output::text, ''), 500) as error, retry_count + 1 as tries,
      to_json(created_on) #>> '{}' as created, to_json(completed_on) #>> '{}' as failed
    from pgboss.job where state = 'failed' order by completed_on desc, id limit ${limit}`)
  return rows.map(({ created, failed, ...job }) => ({
    ...job,
    createdAt: new Date(created),
    failedAt: new Date(failed),
  }))
}

/** A failed job, which nobody else has tried again before the transaction ends. */
export async function findFailedJob(id: string, tx: Tx) {
  const [found] = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from pgboss.job where id = ${id} and state = 'failed' for update`,
  )
  return found
}

/** Whether a job of this name, of which there is one at a time, waits or is under way already. */
export async function isJobQueued(name: string, tx: Tx) {
  const [row] = await tx.execute<{ queued: boolean }>(sql`
    select exists (select from pgboss.job where name = ${name} and policy = 'exclusive'
      and state in ('created', 'retry', 'active')) as queued`)
  return row?.queued === true
}
