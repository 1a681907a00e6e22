import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import './quiet-errors'
import { env } from '@/lib/env'
import { betweenConnections } from '@/lib/reconnect'
import { preparing } from './prepared'
import * as schema from './schema'

type Schema = typeof schema
/** The database, or a transaction on it: what every query takes last. */
export type Db = PostgresJsDatabase<Schema> | PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>
export type Tx = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>

/** Opens a pool of its own, for a command or a test. `close()` ends it. */
export function openDatabase(url: string, connections = 10) {
  const client = postgres(url, {
    max: connections,
    idle_timeout: 30,
    connect_timeout: 5,
    backoff: betweenConnections,
    // The driver would ask for the types of arrays on each new connection, and where that fails nobody hears of it: an
    // unhandled rejection. Drizzle reads and writes columns of arrays by itself; elsewhere they come as JSON.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'courant',
      statement_timeout: 15_000,
      // A plan for any value would be the wrong one for the section with a million articles, or for the empty one.
      plan_cache_mode: 'force_custom_plan',
    },
  })
  const opened = drizzle(preparing(client), { schema, casing: 'snake_case' })
  return { db: opened, close: () => client.end({ timeout: 5 }) }
}

type Opened = ReturnType<typeof openDatabase>
let opened: Opened | undefined

function current(): Opened {
  if (opened) return opened
  const url = env().databaseUrl
  if (!url) throw new Error('DATABASE_URL is not set: start the site with `npm start`, which sets it')
  opened = openDatabase(url)
  return opened
}

/** Opened at its first use, so that a build needs no database. */
export const db: Opened['db'] = new Proxy({} as Opened['db'], {
  get: (_, property) => Reflect.get(current().db, property),
})

/** Ends the pool; for commands that are done and for the tests. */
export async function closeDatabase() {
  await opened?.close()
  opened = undefined
}
