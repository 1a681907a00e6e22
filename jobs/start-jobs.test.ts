import { eq } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { db } from '@/db/client'
import { articleCount, user } from '@/db/schema'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { aReader, aTrustedMember, notificationsOf, reply } from '@/domain/notification/testing/a-reply'
import { startMailServer } from '@/faults/testing/mail-server'
import { addToEnvironment, env } from '@/lib/env'
import { metrics } from '@/lib/metrics'
import { startJobs } from './start-jobs'

const databaseUrl = env().databaseUrl ?? ''
const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} })
afterAll(() => sql.end())

const patience = { timeout: 20_000, interval: 100 }

async function theJobs() {
  const jobs = startJobs(databaseUrl)
  onTestFinished(() => jobs.close())
  await expect.poll(() => jobs.checks.queue(), patience).toBe(true)
  return jobs
}

test('counters are checked at half past three at night, as the paper tells the time, and wrong ones mended', async () => {
  await theJobs()
  const boss = new PgBoss({ connectionString: databaseUrl, schedule: false, supervise: false, registerInstance: false })
  await boss.start()
  onTestFinished(() => boss.stop())
  expect(await boss.getSchedules()).toMatchObject([
    { name: 'check-counters', cron: '30 3 * * *', timezone: env().timeZone },
    { name: 'purge', cron: '15 4 * * *', timezone: env().timeZone },
    { name: 'queue-alarm', cron: '*/15 * * * *', timezone: env().timeZone },
  ])

  const { id } = await anArticle()
  await db.update(articleCount).set({ comments: 5 }).where(eq(articleCount.articleId, id))
  await boss.send('check-counters')
  const count = () => db.query.articleCount.findFirst({ where: (count) => eq(count.articleId, id) })
  await expect.poll(count, patience).toMatchObject({ comments: 0 })
}, 60_000)

test('a reply that was posted is told by a letter soon after, and the letter of one nobody takes fails for good', async () => {
  const server = await startMailServer()
  addToEnvironment({ SMTP_URL: server.url })
  const [reader, lost, other] = [await aReader(), await aReader(), await aTrustedMember()]
  await db
    .update(user)
    .set({ email: `nobody-${lost.email}` })
    .where(eq(user.id, lost.userId))
  await theJobs()
  await reply(other, await aComment({ memberId: lost.id }), 'To nobody.')
  await reply(other, await aComment({ memberId: reader.id }), 'To the reader.')

  await expect.poll(() => server.letters.join(), patience).toContain('To the reader.')
  const [told] = await notificationsOf(lost.id)
  const job = async () => {
    const [row] = await sql`
      select state::text, retry_count, retry_limit, extract(epoch from start_after - now())::int as wait, output->>'message' as message
      from pgboss.job where data->>'notificationId' = ${told?.id ?? ''}`
    return row
  }
  await expect.poll(job, patience).toMatchObject({ state: 'retry', retry_limit: 5 })
  expect((await job())?.wait).toBeGreaterThan(20)
  expect((await job())?.message).toContain('User unknown')
  expect((await job())?.message).not.toContain(lost.email)
  await sql`update pgboss.job set retry_limit = 1, start_after = now() where data->>'notificationId' = ${told?.id ?? ''}`
  await expect.poll(job, patience).toMatchObject({ state: 'failed', retry_count: 1 })
  expect(await metrics.metrics()).toMatch(/^courant_jobs\{job="mail-notifications",state="failed"\} 1$/m)
}, 60_000)

test('/metrics tells how many jobs are in which state, and after the stop nothing', async () => {
  const jobs = await theJobs()
  const told = await metrics.metrics()
  for (const state of ['deferred', 'ready', 'active', 'failed']) {
    expect(told).toMatch(new RegExp(`^courant_jobs\\{job="check-counters",state="${state}"\\} \\d+$`, 'm'))
  }
  await jobs.close()
  expect(await metrics.metrics()).not.toContain('courant_jobs')
  expect(await jobs.checks.queue()).toBe(false)
}, 60_000)

test('while nothing can be known of the jobs, /metrics still tells the rest', async () => {
  const jobs = startJobs('postgres://nobody@127.0.0.1:1/nowhere')
  onTestFinished(() => jobs.close())
  const told = await metrics.metrics()

  expect(told).toContain('\nprocess_resident_memory_bytes ')
  expect(told).not.toMatch(/^courant_jobs\{/m)
})

test('a site in order is migrated and has room; a table that hangs is asked once, and answers when it can', async () => {
  const { checks } = await theJobs()
  expect([await checks.migrations(), await checks.disk()]).toEqual([true, true])

  const asking = async () => {
    const [row] = await sql`
      select count(*)::int as n from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%drizzle.__drizzle_migrations%'`
    return row?.n
  }
  const asked = await sql.begin(async (tx) => {
    await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`
    const waiting = Promise.all([checks.migrations(), checks.migrations(), checks.migrations()])
    await expect.poll(asking, patience).toBe(1)
    return { waiting }
  })
  expect(await asked.waiting).toEqual([true, true, true])
}, 60_000)
