import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { Fault } from '@/lib/fault'
import { commandLine, isAlive } from '@/lib/process-identity'
import { configure, filesOf, lastLine, run } from './cluster'
import { clusterIn, type Home } from './home'

const logLimit = 10_000_000

/** Starts Postgres on the home's data, or takes over one that still runs on them. Returns the address. */
export async function startPostmaster(home: Home, binaries: string, durable: boolean) {
  // After `kill -9` of the site alone its Postgres lives on. The caller owns the folder, so nobody else uses it.
  const orphan = await findPostmaster(home)
  if (orphan) return orphan
  disown(home)
  for (let tries = 1; ; tries++) {
    const port = await freePort(home)
    configure(home, port, durable)
    const problem = await tryToStart(home, binaries)
    if (!problem) return addressOf(home, port)
    // A port taken in between, or a killed Postgres whose last child has not gone yet: both pass.
    const passes = /Address already in use|shared memory block/.test(problem)
    if (tries === 20 || !passes)
      throw new Fault(`Postgres does not start: ${reason(problem)} (more in ${logOf(home)}).`)
    await wait(250)
  }
}

/** Whether Postgres ended without being told to: it left the file behind that it takes away when it is stopped. */
export function hasCrashed(home: Home) {
  const left = readPidFile(home)
  return left !== undefined && !isAlive(left.pid)
}

/** Starts Postgres again as it was, on its port, since whoever uses it knows that one. Returns what went wrong, if anything did. */
export function startAgain(home: Home, binaries: string) {
  disown(home)
  return tryToStart(home, binaries)
}

/** Fast mode: open transactions are rolled back, what was committed is on disk. */
export async function stopPostmaster(home: Home, binaries: string) {
  const { data, pidFile } = filesOf(clusterIn(home.folder))
  const { status, output } = await run(
    join(binaries, 'pg_ctl'),
    ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'],
    home.account,
  )
  if (status !== 0 && existsSync(pidFile)) throw new Error(`Postgres did not stop: ${lastLine(output)}`)
}

/** The address of the Postgres that runs on the home's data, once it answers. Undefined where none runs. */
export async function findPostmaster(home: Home) {
  for (let tries = 0; tries < 240; tries++) {
    const left = readPidFile(home)
    if (!left || !isOurs(left.pid, home)) return undefined
    const address = addressOf(home, left.port)
    if (await answers(address)) return address
    await wait(250)
  }
  throw new Fault(
    `A Postgres that runs on ${home.folder} does not answer: stop process ${readPidFile(home)?.pid} and start again.`,
  )
}

function isOurs(pid: number, home: Home) {
  return isAlive(pid) && commandLine(pid)?.includes(filesOf(clusterIn(home.folder)).data)
}

/** postmaster.pid: line 1 is the process, line 4 the port. */
function readPidFile(home: Home) {
  const { pidFile } = filesOf(clusterIn(home.folder))
  if (!existsSync(pidFile)) return undefined
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/**
 * The number in postmaster.pid is a foreign process by now (after a restart of a container, say), or a dead one whom
 * nobody buried, and Postgres would refuse to start. A number that no process can have makes it look for what really
 * counts: the shared memory.
 */
function disown(home: Home) {
  const { pidFile } = filesOf(clusterIn(home.folder))
  if (existsSync(pidFile)) writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, '2147483646'))
}

async function answers(address: string) {
  const sql = postgres(address, { max: 1, connect_timeout: 2, onnotice: () => {} })
  return sql`select 1`.then(
    () => sql.end({ timeout: 1 }).then(() => true),
    () => sql.end({ timeout: 1 }).then(() => false),
  )
}

/** pg_ctl puts Postgres into a session of its own and returns when it takes connections. Undefined when it does. */
async function tryToStart(home: Home, binaries: string) {
  const { data } = filesOf(clusterIn(home.folder))
  const log = logOf(home)
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`)
  const before = existsSync(log) ? statSync(log).size : 0
  const { status } = await run(
    join(binaries, 'pg_ctl'),
    ['start', '-D', data, '-l', log, '-w', '-s', '-t', '300'],
    home.account,
  )
  if (status === 0) return undefined
  return existsSync(log) ? readFileSync(log).subarray(before).toString() || 'no reason given' : 'no reason given'
}

function reason(log: string) {
  const fatal = log.split('\n').find((line) => /FATAL|PANIC/.test(line))
  return (fatal ?? lastLine(log)).replace(/^.*?(FATAL|PANIC): +/, '')
}

function logOf(home: Home) {
  return filesOf(clusterIn(home.folder)).log
}

function addressOf(home: Home, port: number) {
  const password = readFileSync(filesOf(clusterIn(home.folder)).password, 'utf8')
  return `postgres://courant:${password}@127.0.0.1:${port}/courant`
}

/** The port of last time where it is still free, so that what somebody configured beside us keeps working. */
async function freePort(home: Home) {
  const file = filesOf(clusterIn(home.folder)).port
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (last && (await listenOnce(last))) || (await listenOnce(0))
  if (!port) throw new Fault('No port on 127.0.0.1 is free for Postgres.')
  rmSync(file, { force: true })
  writeFileSync(file, String(port))
  return port
}

function listenOnce(port: number) {
  return new Promise<number>((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
