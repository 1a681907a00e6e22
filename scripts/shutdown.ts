import { line } from './console'
import { failWith } from './faults'

type Close = () => Promise<unknown>

const closers: Close[] = []
let began = 0

/** Called when the command ends, the last one first. */
export function beforeExit(close: Close) {
  closers.push(close)
}

export function isShuttingDown() {
  return began > 0
}

/**
 * SIGINT and SIGTERM let everything finish and end with code 0: being stopped is not a failure. A second Ctrl-C does
 * not wait for what is still being answered, but Postgres is stopped cleanly all the same; the code is 130.
 */
export function shutDownOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => heard())
}

/** After a failure: what was started is stopped, and the reason told. While shutting down, failures are its echo. */
export async function failAfterClosing(error: unknown) {
  if (isShuttingDown()) return
  began = Date.now()
  await closeAll()
  failWith(error)
}

function heard() {
  // In a terminal Ctrl-C reaches us twice, from the terminal and handed on by npm: within a second it is the same one.
  if (began && Date.now() - began < 1000) return
  const hurried = began > 0
  began = Date.now()
  line(hurried ? 'Not waiting any longer.' : '\nStopping: the last requests are being answered …')
  closeAll().then(
    () => process.exit(hurried ? 130 : 0),
    (error) => failWith(error),
  )
}

/** Ends what was started. Each is taken off the list as its turn comes, so that a hurried stop goes on with the next. */
export async function closeAll() {
  for (let close = closers.pop(); close; close = closers.pop()) await close()
}
