import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { filesOf } from '@/db/embedded/cluster'
import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { clusterIn, homesFor } from '@/db/embedded/home'
import { migrateDatabase } from '@/db/migrate'
import { addToEnvironment, env } from '@/lib/env'
import { provideSecrets } from './secrets'

/**
 * Does a command's work on the site's database: the one that DATABASE_URL names, else the embedded one of the site
 * that runs here, else the embedded one started for the purpose, which is stopped again before the command ends.
 */
export async function withDatabase<Result>(work: () => Promise<Result>) {
  provideSecrets()
  const running = env().databaseUrl ?? (await findRunning())
  const own = running ? undefined : await startEmbeddedPostgres({ folder: join(env().dataFolder, 'postgres') })
  const url = running ?? own?.url ?? ''
  addToEnvironment({ DATABASE_URL: url })
  try {
    await migrateDatabase(url)
    return await work()
  } finally {
    await closeDatabase()
    await own?.stop()
  }
}

async function findRunning() {
  const cluster = homesFor(join(env().dataFolder, 'postgres')).map(clusterIn).find(existsSync)
  if (!cluster) return undefined
  const { password, port } = filesOf(cluster)
  if (!existsSync(port)) return undefined
  const url = `postgres://courant:${readFileSync(password, 'utf8')}@127.0.0.1:${readFileSync(port, 'utf8')}/courant`
  return (await answers(url)) ? url : undefined
}

async function answers(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
