import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Fault } from '@/lib/fault'
import type { Account } from './account'
import { clusterIn, type Home } from './home'

/** The files of one cluster. `fresh` stands there until what a first start fills in is complete. */
export function filesOf(cluster: string) {
  return {
    data: join(cluster, 'data'),
    version: join(cluster, 'data', 'PG_VERSION'),
    pidFile: join(cluster, 'data', 'postmaster.pid'),
    password: join(cluster, 'password'),
    port: join(cluster, 'port'),
    log: join(cluster, 'postgres.log'),
    fresh: join(cluster, 'fresh'),
  }
}

/** Another major version of Postgres would damage or refuse these data: nothing is touched before this has been asked. */
export function refuseOtherMajorVersion(home: Home, bundledMajor: string) {
  const file = filesOf(clusterIn(home.folder)).version
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found === bundledMajor) return
  throw new Fault(
    `The data in ${home.folder} were written by Postgres ${found}, and this Courant brings Postgres ${bundledMajor}: ` +
      `start them with the Courant that wrote them and move them over with pg_dump, or set DATABASE_URL to a Postgres ${found}.`,
  )
}

/** What a start left that was killed while it made a cluster. Its initdb may go on writing for a moment. */
export async function removeHalfMade(home: Home) {
  const halfMade = () => readdirSync(home.folder).filter((name) => name.startsWith('making-'))
  for (let tries = 0; tries < 50 && halfMade().length; tries++) {
    if (tries) await wait(100)
    for (const name of halfMade()) await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Made in a folder of its own and renamed when complete, so that a half-made one is never taken for a database. */
export async function makeCluster(home: Home, binaries: string, durable: boolean) {
  const making = mkdtempSync(join(home.folder, 'making-'))
  const files = filesOf(making)
  writeFileSync(files.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  writeFileSync(files.log, '', { mode: 0o600 })
  writeFileSync(files.fresh, '')
  for (const path of [making, files.password, files.log]) give(path, home.account)

  await initialise(files, binaries, durable, home.account)
  appendFileSync(join(files.data, 'postgresql.conf'), "\ninclude 'courant.conf' # written anew at each start\n")
  renameSync(making, clusterIn(home.folder))
}

/**
 * UTF-8 with Postgres's own C.UTF-8, whose order is the same on every system and never changes with an upgrade of it.
 * The parser of the text search asks LC_CTYPE what a letter is, so that is UTF-8 too wherever the system has it.
 */
async function initialise(files: ReturnType<typeof filesOf>, binaries: string, durable: boolean, account: Account) {
  const options = [
    ...['-D', files.data, '-U', 'courant', '--pwfile', files.password, '--auth=scram-sha-256', '--data-checksums'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ]
  const letters = platform() === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const first = await run(join(binaries, 'initdb'), [...options, `--lc-ctype=${letters}`], account)
  if (first.status === 0) return
  rmSync(files.data, { recursive: true, force: true })
  const second = await run(join(binaries, 'initdb'), options, account)
  if (second.status !== 0)
    throw new Fault(`Postgres could not make its data in ${files.data}: ${lastLine(second.output)}`)
}

/** Settings of ours, for a small machine that does other things too. Only this machine can reach it, by TCP. */
export function configure(home: Home, port: number, durable: boolean) {
  const settings = {
    listen_addresses: "'127.0.0.1'",
    port,
    unix_socket_directories: "''",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    max_connections: 60,
    shared_buffers: "'128MB'",
    effective_cache_size: "'512MB'",
    work_mem: "'8MB'",
    maintenance_work_mem: "'64MB'",
    random_page_cost: 1.1,
    jit: 'off',
    max_wal_size: "'512MB'",
    log_min_duration_statement: "'5s'",
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  }
  const file = join(filesOf(clusterIn(home.folder)).data, 'courant.conf')
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  )
  chmodSync(file, 0o600)
  give(file, home.account)
}

/**
 * Runs one of Postgres's own programs to its end. In a process group of its own: Ctrl-C in the terminal is for us,
 * and we stop Postgres after the last request.
 */
export function run(program: string, args: string[], account: Account) {
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    // Not at its exit: what it said may still be on its way then.
    child.on('close', (status) => resolve({ status, output }))
  })
}

export function lastLine(text: string) {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function give(path: string, account: Account) {
  if (account) chownSync(path, account.uid, account.gid)
}
