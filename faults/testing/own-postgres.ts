import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { closeDatabase } from '@/db/client'
import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { removeEmbeddedPostgres } from '@/db/embedded/remove'
import { killHard } from '@/db/embedded/testing/another-process'
import { migrateDatabase } from '@/db/migrate'
import { addToEnvironment, env } from '@/lib/env'

/**
 * A Postgres that a test may kill, with the test's own rows in it. It does not wait for the disk: what a killed process has
 * written stays written.
 */
export async function startOwnPostgres() {
  const parent = mkdtempSync(join(tmpdir(), 'courant-postgres-'))
  chmodSync(parent, 0o755)
  const folder = join(parent, 'postgres')
  const usual = env().databaseUrl ?? ''
  let server = await startEmbeddedPostgres({ folder, durable: false })
  onTestFinished(async () => {
    await closeDatabase()
    addToEnvironment({ DATABASE_URL: usual })
    await server.stop().catch(() => {})
    await removeEmbeddedPostgres(folder)
    rmSync(parent, { recursive: true, force: true })
  })
  const pidFile = join(server.folder, 'cluster/data/postmaster.pid')
  await closeDatabase()
  addToEnvironment({ DATABASE_URL: server.url })
  await migrateDatabase(server.url)

  return {
    url: server.url,
    /** kill -9, as a system does that runs out of memory. */
    kill: () => killHard(Number(readFileSync(pidFile, 'utf8').split('\n')[0])),
    async startAgain() {
      // It is gone already; what is left to do is to give the folder up.
      await server.stop().catch(() => {})
      await closeDatabase()
      server = await startEmbeddedPostgres({ folder, durable: false })
    },
  }
}
