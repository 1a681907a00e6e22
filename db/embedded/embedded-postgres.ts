import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { findBinaries } from './binaries'
import { filesOf, makeCluster, refuseOtherMajorVersion, removeHalfMade, run } from './cluster'
import { clusterIn, findHome, type Home } from './home'
import { claim } from './ownership'
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster'
import { watchPostmaster } from './watch-postmaster'

type Options = {
  /** Where the data go, unless Postgres's user cannot get there: then `folder` of the answer says where they are. */
  folder: string
  onStep?: (what: string) => void
  /** Without it Postgres does not wait for the disk: for tests only. */
  durable?: boolean
}

/**
 * Postgres from the npm packages, on 127.0.0.1, on data of its own. One process owns a folder; it throws a Fault where
 * another one does, where the data are of another major version, and where the system has no such Postgres.
 */
export async function startEmbeddedPostgres({ folder, onStep = () => {}, durable = true }: Options) {
  const home = findHome(resolve(folder))
  const binaries = findBinaries(home.account)
  refuseOtherMajorVersion(home, await majorVersion(binaries))
  const giveUp = claim(home.folder)
  try {
    const { url, fresh } = await start(home, binaries, durable, onStep)
    let watch: ReturnType<typeof watchPostmaster> | undefined
    return {
      url,
      folder: home.folder,
      /** Made by this start, or by one that did not come to the end of its first filling. */
      isFresh: existsSync(fresh),
      /** The first filling is complete. */
      settle: () => rmSync(fresh, { force: true }),
      /** Starts it again whenever it ends without being told to, until it is stopped. */
      keepRunning: (tell: (what: string) => void) => {
        watch ??= watchPostmaster(home, binaries, tell)
      },
      stop: async () => {
        await watch?.close()
        await stopPostmaster(home, binaries).finally(giveUp)
      },
    }
  } catch (error) {
    giveUp()
    throw error
  }
}

/** The address of the Postgres on this folder that another process of ours runs, if one does. */
export function findRunningPostgres(folder: string) {
  return findPostmaster(findHome(resolve(folder)))
}

export type EmbeddedPostgres = Awaited<ReturnType<typeof startEmbeddedPostgres>>

async function start(home: Home, binaries: string, durable: boolean, onStep: (what: string) => void) {
  const cluster = clusterIn(home.folder)
  await removeHalfMade(home)
  if (!existsSync(cluster)) {
    onStep('making the database')
    await makeCluster(home, binaries, durable)
  }
  onStep('starting Postgres')
  const url = await startPostmaster(home, binaries, durable)
  await makeDatabase(url)
  return { url, fresh: filesOf(cluster).fresh }
}

async function makeDatabase(url: string) {
  const admin = postgres(url.replace(/[^/]*$/, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    const [found] = await admin`select 1 from pg_database where datname = 'courant'`
    if (!found) await admin`create database courant`
  } finally {
    await admin.end()
  }
}

async function majorVersion(binaries: string) {
  const { output } = await run(join(binaries, 'postgres'), ['--version'], undefined)
  return output.match(/(\d+)\./)?.[1] ?? ''
}
