import { join } from 'node:path'
import { closeDatabase } from '@/db/client'
import { findRunningPostgres, startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { migrateDatabase } from '@/db/migrate'
import { addToEnvironment, env } from '@/lib/env'
import { provideSecrets } from './secrets'
import { recallSiteAddress } from './site-address'

/**
 * Does a command's work on the site's database: the one that DATABASE_URL names, else the embedded one of the site
 * that runs here, else the embedded one started for the purpose, which is stopped again before the command ends.
 */
export async function withDatabase<Result>(work: () => Promise<Result>) {
  provideSecrets()
  recallSiteAddress()
  const folder = join(env().dataFolder, 'postgres')
  const running = env().databaseUrl ?? (await findRunningPostgres(folder))
  const own = running ? undefined : await startEmbeddedPostgres({ folder })
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
