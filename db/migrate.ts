import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { Fault } from '@/lib/fault'
import { type Db, db } from './client'
import { installQueue } from './queue-tables'

const migrations = join(import.meta.dirname, 'migrations')

/** Any number, the same for all: nodes that start together migrate one after the other. */
const migrationLock = 0x636f7572

/** The database does not answer: it may be there again in a while. */
export class DatabaseAway extends Fault {}

/**
 * Brings the database at this address up to date. Throws a Fault, without the password, where it is too old or does not
 * let us in, and DatabaseAway where it cannot be reached.
 */
export async function migrateDatabase(url: string) {
  // A connection of its own: Drizzle changes the parsers of the client it is given, and the lock belongs to a session.
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await refuseOldPostgres(sql, url)
    await sql`select pg_advisory_lock(${migrationLock})`
    if (existsSync(join(migrations, 'meta'))) await migrate(drizzle(sql), { migrationsFolder: migrations })
    await installQueue(url)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Whether the database has every migration of this version of the site. It may have those of a newer one too. */
export async function isMigrated(on: Db = db) {
  const rows = await on.execute<{ at: string }>(sql`select created_at as at from drizzle.__drizzle_migrations`)
  const done = new Set(rows.map(({ at }) => Number(at)))
  return readMigrationFiles({ migrationsFolder: migrations }).every(({ folderMillis }) => done.has(folderMillis))
}

async function refuseOldPostgres(sql: postgres.Sql, url: string) {
  const version = await sql<[{ number: number; name: string }]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name
  `.catch((cause) => {
    throw new (refusesUs(cause) ? Fault : DatabaseAway)(
      `The database at ${withoutPassword(url)} cannot be reached (${shortReason(cause)}): check DATABASE_URL.`,
      { cause },
    )
  })
  if (version[0].number >= 150000) return
  throw new Fault(
    `The database at ${withoutPassword(url)} is Postgres ${version[0].name}, and Courant needs 15 or newer.`,
  )
}

/** Classes of SQLSTATE: 28 a wrong name or password, 3D no such database, 42 not allowed. */
const refusesUs = (cause: unknown) => cause instanceof postgres.PostgresError && /^(28|3D|42)/.test(cause.code)

function withoutPassword(url: string) {
  const address = new URL(url)
  return `${address.hostname}:${address.port || 5432}${address.pathname}`
}

function shortReason(cause: unknown) {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code || (cause instanceof Error ? cause.message : 'no answer')
}
