import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { env } from '@/lib/env'
import { root } from '@/scripts/run-program'

export type Node = Awaited<ReturnType<typeof startNode>>

type NodeOptions = {
  databaseUrl?: string | undefined
  /** Of a node that ran before, whose pages it kept. */
  dataFolder?: string | undefined
  variables?: Record<string, string> | undefined
  /** A module that is loaded before the site. */
  preload?: string | undefined
  /** Milliseconds that it is given to start. */
  patience?: number | undefined
  /** Where its source is, if it is another one than the tests'. */
  source?: string | undefined
}

/** Has something done at the end, what was said last first. */
export type AtEnd = (work: () => Promise<void> | void) => void

/**
 * A site in a process of its own, as `npm start` serves it. It ends with the test, or with what `atEnd` is, unless the
 * test ends it before.
 */
export async function startNode(options: NodeOptions = {}, atEnd: AtEnd = onTestFinished) {
  const { databaseUrl = env().databaseUrl, variables, preload, patience = 60_000, source = root } = options
  const port = await freePort()
  const folder = options.dataFolder ?? newFolder(atEnd)
  const before = preload ? ['--import', preload] : []
  const child = spawn(process.execPath, [...before, '--import', './scripts/resolve.mjs', 'scripts/start.ts'], {
    cwd: source,
    env: {
      PATH: env().path,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: env().siteUrl,
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      AUTH_SECRET: env().authSecret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: env().actionsKey,
      TRUSTED_PROXIES: '127.0.0.1',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
  }
  atEnd(() => end('SIGKILL'))
  for (const until = Date.now() + patience; !/is running at/.test(said); await pause(20)) {
    if (hasEnded() || Date.now() > until) throw new Error(`the node did not start:\n${said}`)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    pid: child.pid ?? 0,
    /** Everything that it wrote so far. */
    said: () => said,
    /** Whoever reads what it writes goes away. */
    leaveUnread() {
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
    },
    stop: () => end('SIGTERM'),
    /** Without a chance to finish anything. */
    kill: () => end('SIGKILL'),
  }
}

/** What all tests of a file have in common, since a start takes some seconds. */
export function share<Value>(start: (atEnd: AtEnd) => Promise<Value>) {
  const shared: { value?: Value } = {}
  const ends: Parameters<AtEnd>[0][] = []
  beforeAll(async () => {
    shared.value = await start((end) => ends.push(end))
  })
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  })
  return () => {
    if (shared.value === undefined) throw new Error('it has not started')
    return shared.value
  }
}

export function shareNodes(count: number, options: NodeOptions = {}) {
  const nodes = share((atEnd) => Promise.all(Array.from({ length: count }, () => startNode(options, atEnd))))
  return (place = 0) => {
    const node = nodes()[place]
    if (!node) throw new Error(`there is no node ${place}`)
    return node
  }
}

function newFolder(atEnd: AtEnd) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-node-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function freePort() {
  const probe = createServer()
  return new Promise<number>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
