import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { removeEmbeddedPostgres } from '@/db/embedded/remove'
import { env } from '@/lib/env'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-start-'))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  await removeEmbeddedPostgres(join(folder, 'postgres'))
  rmSync(folder, { recursive: true })
})

/** `npm start` as far as it comes. */
function start(variables: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', './scripts/resolve.mjs', 'scripts/start.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: env().path, DATA_DIR: folder, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  return new Promise<{ status: number | null; complaint: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, complaint: complaint.trim() }))
  })
}

function listen(server: Server) {
  return new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

test('a port in use is named, with another to take', async () => {
  const taker = createServer()
  const port = await listen(taker)
  const { status, complaint } = await start({ PORT: String(port) })
  taker.close()
  expect(status).toBe(1)
  expect(complaint).toBe(
    `Port ${port} is in use: stop what uses it, or start Courant on another, for example PORT=${port + 1} npm start.`,
  )
})

test('a database that does not answer is named without its password', async () => {
  const { status, complaint } = await start({ PORT: '0', DATABASE_URL: 'postgres://editor:geheim@127.0.0.1:1/paper' })
  expect(status).toBe(1)
  expect(complaint).toBe('The database at 127.0.0.1:1/paper cannot be reached (ECONNREFUSED): check DATABASE_URL.')
})

test('an environment variable that is not valid is named without its value', async () => {
  const port = await start({ PORT: '80000' })
  expect(port.status).toBe(1)
  expect(port.complaint).toMatch(
    /^The environment variable PORT is not valid \(.*65535\): correct it or leave it out\.$/,
  )
  const database = await start({ DATABASE_URL: 'mysql://editor:geheim@127.0.0.1/paper' })
  expect(database.status).toBe(1)
  expect(database.complaint).toMatch(
    /^The environment variable DATABASE_URL is not valid \(expected postgres:.*\): correct/,
  )
  expect(database.complaint).not.toContain('geheim')
})

test('data in use by another Courant are left alone', async () => {
  const other = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: false })
  const { status, complaint } = await start({ PORT: '0' })
  await other.stop()
  expect(status).toBe(1)
  expect(complaint).toContain(`in use by another Courant (process ${process.pid}): stop that one`)
})

test('the demonstration paper never goes into a database that somebody named', async () => {
  const { status, complaint } = await start({ PORT: '0', DATABASE_URL: env().databaseUrl ?? '' }, '--demo')
  expect(status).toBe(1)
  expect(complaint).toContain('--demo fills only the embedded database')
})
