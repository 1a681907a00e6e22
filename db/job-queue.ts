import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Tx } from './client'
import { readByPg, type SentJobName, still } from './queue-tables'

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
