import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { env } from '@/lib/env'
import { root } from '../run-program'
import { beforeExit } from '../shutdown'
import type { Command } from './cores'
import { processorTime, residentMemory } from './process-use'

/** What programs started here get of this process's environment, and what is added for them. */
const around = (variables: Record<string, string>) => ({
  ...variables,
  PATH: env().path,
  NODE_ENV: 'production' as const,
})

export type Program = Awaited<ReturnType<typeof startProgram>>

/** Starts a server and waits until it says that it is up, or answers at an address. Ended at the latest with us. */
export async function startProgram(command: Command, variables: Record<string, string>, up: RegExp | string) {
  const [program, ...args] = command
  const child = spawn(program, args, { cwd: root, env: around(variables), stdio: ['ignore', 'pipe', 'pipe'] })
  const said = hear(child)
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  beforeExit(stop)
  const isUp = () => (typeof up === 'string' ? answers(up) : Promise.resolve(up.test(said())))
  await waitFor(child, isUp, () => `${command.join(' ')} did not start:\n${said()}`)
  const pid = child.pid ?? 0
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return { stop, said, hasEnded, memory: () => residentMemory(pid), processorTime: () => processorTime(pid) }
}

function hear(child: ChildProcess) {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-20_000)
    })
  return () => said
}

const patience = 60_000

async function waitFor(child: ChildProcess, isUp: () => Promise<boolean>, failure: () => string) {
  const until = Date.now() + patience
  while (!(await isUp())) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > until) throw new Error(failure())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  )

/** Runs a program to its end and answers what it wrote; `input` goes to its standard input. */
export async function runForOutput([program, ...args]: Command, input = '') {
  const child = spawn(program, args, { cwd: root, env: around({}), stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  beforeExit(async () => child.kill())
  let [output, complaint] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  child.stdin.end(input)
  if ((await ended) !== 0) throw new Error(`${program} failed:\n${complaint}${output}`)
  return output
}

export function freePort() {
  const probe = createServer()
  return new Promise<number>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
