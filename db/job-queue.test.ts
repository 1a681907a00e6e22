import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '@/lib/new-id'
import { db } from './client'
import { insertJob } from './job-queue'

const send = (notificationId: string) =>
  db.transaction((tx) => insertJob('mail-notifications', { notificationId }, new Date(), tx))

const countJobs = async (notificationId: string) => {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from pgboss.job where data->>'notificationId' = ${notificationId}`,
  )
  return row?.n
}

test('where the queues could not be read, the next job reads them again', async () => {
  const [first, second] = [newId(), newId()]
  await db.execute(sql`alter table pgboss.queue rename to away`)
  await expect(send(first)).rejects.toThrow('pgboss.queue')
  await db.execute(sql`alter table pgboss.away rename to queue`)

  await send(second)
  expect([await countJobs(first), await countJobs(second)]).toEqual([0, 1])
})
