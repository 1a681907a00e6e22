import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { homesFor } from './home'

/** Removes the data of a stopped embedded Postgres, wherever they had to be put. For tests. */
export async function removeEmbeddedPostgres(folder: string) {
  for (const home of homesFor(resolve(folder))) await rm(home, { recursive: true, force: true })
}
