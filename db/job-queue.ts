import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Tx } from './client'

/** What acts put into the queue, by name. */
export const sentJobs = ['mail-notifications'] as const
export type SentJobName = (typeof sentJobs)[number]

/** A job that never succeeded is shown to admins for so long. */
const keptSeconds = 14 * 24 * 60 * 60

const ways = { policy: 'standard', deleteAfterSeconds: keptSeconds } as const

/** Makes the queue's tables, and what acts need to put jobs in, before the first act runs. */
export async function installQueue(databaseUrl: string) {
  const boss = new PgBoss({ connectionString: readByPg(databaseUrl), max: 1, ...still })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const name of sentJobs) await boss.createQueue(name, ways)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Puts a job into the queue in a transaction: it is there if and only if that commits, and not done before `startAfter`. */
export async function insertJob(name: SentJobName, data: object, startAfter: Date, tx: Tx) {
  const boss = await sender()
  await boss.send(name, data, { startAfter, db: fromDrizzle(tx, sql) })
}

/** Has jobs of one name tried once more that had failed for good. */
export async function retryJob(name: string, id: string, tx: Tx) {
  const boss = await sender()
  await boss.retry(name, id, { db: fromDrizzle(tx, sql) })
}

/** pg reads `sslmode=require` more strictly than libpq and than the driver of everything else, unless it is told. */
export function readByPg(databaseUrl: string) {
  const address = new URL(databaseUrl)
  if (address.searchParams.has('sslmode')) address.searchParams.set('uselibpqcompat', 'true')
  return address.href
}

/** It only puts jobs in: `jobs/` takes them. */
const still = { supervise: false, schedule: false, registerInstance: false, monitorVacuum: false } as const

let opened: Promise<PgBoss> | undefined

/**
 * Jobs are written by the transactions of the acts. What pg-boss must know of its queues it reads by a connection of its
 * own, since an act that waited for a second one of the pool could wait for ever.
 */
function sender() {
  opened ??= open().catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

async function open() {
  const url = env().databaseUrl
  if (!url) throw new Error('DATABASE_URL is not set: start the site with `npm start`, which sets it')
  const boss = new PgBoss({
    connectionString: readByPg(url),
    max: 1,
    connectionTimeoutMillis: 5000,
    application_name: 'courant-sender',
    migrate: false,
    createSchema: false,
    queueCacheIntervalSeconds: 3600,
    ...still,
  })
  boss.on('error', (error) => log.debug({ err: error }, 'the queues were not read anew'))
  return boss.start()
}
