import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'

/** A site whose requests under way take as long as is said, and a Postgres under it. */
const program = `
  import { setTimeout as wait } from 'node:timers/promises'
  import { beforeExit, failAfterClosing, shutDownOnSignal } from '@/scripts/shutdown'
  const [drain, fault] = process.argv.slice(1)
  shutDownOnSignal()
  beforeExit(async () => console.log('Postgres stopped'))
  beforeExit(() => wait(Number(drain)).then(() => console.log('requests answered')))
  if (fault) await failAfterClosing(new Error(fault))
  console.log('up')
  setInterval(() => {}, 1000)
`

function run(...args: string[]) {
  const node = ['--import', './scripts/resolve.mjs', '--input-type=module', '-e', program, ...args]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  return { child, said: () => said, ended: whenEnded(child) }
}

function whenEnded(child: ChildProcessByStdio<null, Readable, Readable>) {
  return new Promise<number | null>((resolve) => child.on('close', resolve))
}

async function up(site: ReturnType<typeof run>) {
  await expect.poll(site.said, { timeout: 10_000 }).toContain('up')
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s lets requests finish, then stops Postgres, and is no failure',
  async (signal) => {
    const site = run('300')
    await up(site)
    site.child.kill(signal)
    expect(await site.ended).toBe(0)
    expect(site.said()).toMatch(/requests answered\nPostgres stopped\n$/)
  },
)

test('one Ctrl-C that arrives twice, from the terminal and from npm, does not hurry', async () => {
  const site = run('600')
  await up(site)
  site.child.kill('SIGINT')
  await wait(50)
  site.child.kill('SIGINT')
  expect(await site.ended).toBe(0)
  expect(site.said()).toContain('requests answered')
})

test('a second Ctrl-C does not wait for requests, and stops Postgres all the same', async () => {
  const site = run('60000')
  await up(site)
  site.child.kill('SIGINT')
  await wait(1200)
  site.child.kill('SIGINT')
  expect(await site.ended).toBe(130)
  expect(site.said()).not.toContain('requests answered')
  expect(site.said()).toContain('Postgres stopped')
})

test('a start that fails stops what it started, tells why, and is a failure', async () => {
  const site = run('0', 'no ink')
  expect(await site.ended).toBe(1)
  expect(site.said()).toContain('Postgres stopped')
  expect(site.said()).toContain('no ink')
})
