import color from 'picocolors'

const terminal = process.stdout.isTTY
const interval = 200

/**
 * Shows one long step: what it is, what it is doing now, how long it took. In a terminal on one line that changes,
 * elsewhere as plain lines.
 */
export async function step<Result>(what: string, work: (say: (detail: string) => void) => Promise<Result>) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  let detail = ''
  const draw = () => terminal && rewrite(`${color.cyan('…')} ${what} ${color.dim(`${detail} ${seconds()}`)}`)
  const timer = setInterval(draw, interval)
  if (!terminal) line(`… ${what}`)
  try {
    const result = await work((now) => {
      if (!terminal && now !== detail) line(`  ${now}`)
      detail = now
    })
    finish(`${color.green('✓')} ${what} ${color.dim(seconds())}`)
    return result
  } catch (error) {
    finish(`${color.red('✗')} ${what} ${color.dim(seconds())}`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** A share as a person reads it, for steps that know how much there is. Changes at each tenth, so logs stay short. */
export function share(done: number, of: number) {
  if (terminal) return `${done} of ${of}`
  return `${of === 0 ? 100 : Math.floor((done / of) * 10) * 10} %`
}

/**
 * Lets a command that runs for long go on where whoever read its output is gone, as after `npm start | tee log` loses
 * its tee. The fault would be told on the same stream, which is a fault again, without end.
 */
export function goOnUnread() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

export function line(text = '') {
  process.stdout.write(`${text}\n`)
}

export function complain(text: string) {
  process.stderr.write(`${color.red(text)}\n`)
}

function rewrite(text: string) {
  process.stdout.write(`\r\u001b[2K${text}`)
}

function finish(text: string) {
  if (terminal) rewrite('')
  line(text)
}
