import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { isAlive } from '@/lib/process-identity'

const program = `
  import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
  const [folder] = process.argv.slice(1)
  const { url, stop } = await startEmbeddedPostgres({ folder, durable: false, onStep: (what) => console.log(what) })
  console.log('started')
  console.log(url)
  process.on('message', () => stop().then(() => process.exit()))
`

/** Another Courant's Postgres, as far as the line that is waited for. */
export async function startInAnotherProcess(folder: string, until: string) {
  const node = ['--import', './scripts/resolve.mjs', '--input-type=module', '-e', program, folder]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (!child.stdout) throw new Error('no output to read')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value ?? 'ended')
  for (let heard = await next(); heard !== until; heard = await next()) {
    if (heard === 'ended') throw new Error(`the other process ended before "${until}"`)
  }
  const url = until === 'started' ? await next() : ''
  const stop = () =>
    new Promise<void>((resolve) => {
      child.on('exit', () => resolve())
      child.send('stop')
    })
  return { pid: child.pid ?? 0, url, stop }
}

/** kill -9, and waits until the process is gone. */
export async function killHard(pid: number) {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}
