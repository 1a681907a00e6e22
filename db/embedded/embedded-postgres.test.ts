import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from '@/lib/process-identity'
import { findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres'
import { removeEmbeddedPostgres } from './remove'
import { killHard, startInAnotherProcess } from './testing/another-process'

let project = ''
let folder = ''

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'courant-embedded-'))
  folder = join(project, '.data', 'postgres')
  mkdirSync(folder, { recursive: true })
  // Whatever the umask: Postgres's user may enter all of it.
  for (const path of [project, join(project, '.data'), folder]) chmodSync(path, 0o755)
})

afterEach(async () => {
  await startEmbeddedPostgres({ folder, durable: false }).then(
    (left) => left.stop(),
    () => {},
  )
  await removeEmbeddedPostgres(folder)
  rmSync(project, { recursive: true })
})

const start = () => startEmbeddedPostgres({ folder, durable: false })
const cluster = (...path: string[]) => join(folder, 'cluster', ...path)
const postmaster = () => Number(readFileSync(cluster('data', 'postmaster.pid'), 'utf8').split('\n')[0])

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const rows = await sql.unsafe(query)
  await sql.end()
  return rows
}

describe('a first start', () => {
  test('makes a database whose order, letters and clock are the same on every machine', async () => {
    const { url, stop } = await start()
    const settings = await ask(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
       current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
       (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale,
       (select string_agg(word, ' ' order by word) from (values ('zebra'), ('Äpfel'), ('apple'), ('Zoo')) as w(word)) as sorted,
       tsvector_to_array(to_tsvector('simple', '“Große Brücke” – naïve')) as words`,
    )
    await stop()
    expect(settings[0]).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      checksums: 'on',
      addresses: '127.0.0.1',
      locale: 'b C.UTF-8',
      sorted: 'Zoo apple zebra Äpfel',
      words: ['brücke', 'große', 'naïve'],
    })
  })

  test('is known as one until its filling is complete', async () => {
    const first = await start()
    await first.stop()
    const second = await start()
    second.settle()
    await second.stop()
    const third = await start()
    await third.stop()
    expect([first.isFresh, second.isFresh, third.isFresh]).toEqual([true, true, false])
  })

  test('keeps the password where only its owner reads it', async () => {
    const { stop } = await start()
    await stop()
    expect(statSync(cluster('password')).mode & 0o777).toBe(0o600)
    expect(statSync(cluster('data')).mode & 0o077).toBe(0)
  })

  test('that was killed half-way does not stand in the way of the next', async () => {
    const killed = await startInAnotherProcess(folder, 'making the database')
    await expect.poll(() => readdirSync(folder).some((name) => name.startsWith('making-'))).toBe(true)
    await killHard(killed.pid)
    expect(existsSync(cluster())).toBe(false)

    const { url, stop } = await start()
    const rows = await ask(url, 'select 1 as one')
    await stop()
    expect(rows[0]).toEqual({ one: 1 })
    expect(readdirSync(folder).filter((name) => name.startsWith('making-'))).toEqual([])
  })
})

describe('a second start', () => {
  test('finds the data, at the same address', async () => {
    const first = await start()
    await ask(first.url, 'create table edition as select 7 as number')
    await first.stop()
    expect(existsSync(cluster('data', 'postmaster.pid'))).toBe(false)

    const second = await start()
    const rows = await ask(second.url, 'select number from edition')
    await second.stop()
    expect(rows[0]).toEqual({ number: 7 })
    expect(second.url).toBe(first.url)
  })

  test('goes to another port where somebody took the last one', async () => {
    const first = await start()
    await first.stop()
    const port = Number(new URL(first.url).port)
    const taker = createServer()
    await new Promise<void>((resolve) => taker.listen(port, '127.0.0.1', resolve))

    const second = await start()
    await ask(second.url, 'select 1')
    await second.stop()
    taker.close()
    expect(new URL(second.url).port).not.toBe(String(port))
  })

  test('is refused while another Courant uses the data, and leaves that one alone', async () => {
    const other = await startInAnotherProcess(folder, 'started')
    const refusal = await start().catch(String)
    const rows = await ask(other.url, 'select 1 as one')
    await other.stop()
    expect(refusal).toContain(`in use by another Courant (process ${other.pid}): stop that one`)
    expect(rows[0]).toEqual({ one: 1 })
  })

  test('is refused untouched where another major version of Postgres wrote the data', async () => {
    const { stop } = await start()
    await stop()
    writeFileSync(cluster('data', 'PG_VERSION'), '17\n')
    const before = listing()
    const refusal = await start().catch(String)
    const after = listing()
    writeFileSync(cluster('data', 'PG_VERSION'), '18\n')
    expect(refusal).toMatch(/were written by Postgres 17, and this Courant brings Postgres 18: .*pg_dump/)
    expect(after).toEqual(before)
  })
})

test('a command finds the Postgres of the running site, and none once the site has stopped', async () => {
  const { url, stop } = await start()
  const [running] = [await findRunningPostgres(folder), await stop()]
  expect(running).toBe(url)
  expect(await findRunningPostgres(folder)).toBe(undefined)
})

describe('after kill -9', () => {
  test('of the site alone, its living Postgres is taken over', async () => {
    const killed = await startInAnotherProcess(folder, 'started')
    await ask(killed.url, 'create table edition as select 7 as number')
    const orphan = postmaster()
    await killHard(killed.pid)
    expect(isAlive(orphan)).toBe(true)

    const { url, stop } = await start()
    const [rows, adopted] = [await ask(url, 'select number from edition'), postmaster()]
    await stop()
    expect(rows[0]).toEqual({ number: 7 })
    expect(adopted).toBe(orphan)
    expect(isAlive(orphan)).toBe(false)
  })

  test('of everything, what was committed is there again', async () => {
    const killed = await startInAnotherProcess(folder, 'started')
    await ask(killed.url, 'create table edition as select 7 as number')
    await Promise.all([killHard(killed.pid), killHard(postmaster())])

    const { url, stop } = await start()
    const rows = await ask(url, 'select number from edition')
    await stop()
    expect(rows[0]).toEqual({ number: 7 })
  })

  test('of Postgres alone, it is started again where it was, with what was committed', async () => {
    const postgres = await start()
    const told: string[] = []
    postgres.keepRunning((what) => told.push(what))
    await ask(postgres.url, 'create table kept (word text)')
    await ask(postgres.url, `insert into kept values ('harbour')`)
    await killHard(postmaster())
    const read = () => ask(postgres.url, 'select word from kept').catch(() => [])
    await expect.poll(read, { timeout: 20_000, interval: 200 }).toEqual([{ word: 'harbour' }])
    expect(told[0]).toBe('Postgres ended without being told to: it is started again.')
    await postgres.stop()
    await expect(ask(postgres.url, 'select 1')).rejects.toThrow()
  })

  test('numbers that other processes were given since do not pass for ours', async () => {
    const { stop } = await start()
    await stop()
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.ppid, identity: 'of an earlier process' }))
    writeFileSync(
      cluster('data', 'postmaster.pid'),
      `${process.pid}\n${cluster('data')}\n1\n1\n\n127.0.0.1\n0 0\nready\n`,
    )
    chmodSync(cluster('data', 'postmaster.pid'), 0o644)
    const { url, stop: stopAgain } = await start()
    const rows = await ask(url, 'select 1 as one')
    await stopAgain()
    expect(rows[0]).toEqual({ one: 1 })
  })
})

test('where the user of Postgres cannot enter the project, the data live elsewhere, and are found there again', async () => {
  chmodSync(project, 0o700)
  const first = await start()
  await ask(first.url, 'create table edition as select 7 as number')
  await first.stop()
  const second = await start()
  const rows = await ask(second.url, 'select number from edition')
  await second.stop()
  expect(rows[0]).toEqual({ number: 7 })
  expect(second.folder).toBe(first.folder)
  expect(first.folder.startsWith(project)).toBe(process.getuid?.() !== 0)
})

function listing() {
  return execFileSync('find', [folder, '-printf', '%p %m %s %T@\n'], { encoding: 'utf8' })
}
