import { execFileSync, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const [ofServer, ofLoad] = ['0', '1']

/** Whether processes can be kept to a core here: it needs `taskset`, and two cores. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

export type Command = readonly [program: string, ...args: string[]]

/** The server under test has one core, and the load another one. */
export const onServerCore = (command: Command) => pinned(ofServer, command)
export const onLoadCore = (command: Command) => pinned(ofLoad, command)

function pinned(core: string, command: Command): Command {
  return canPin ? ['taskset', '-c', core, ...command] : command
}

/** Takes this process, and what it starts unpinned from now on, off the server's core. */
export function leaveServerCore() {
  const others = `1-${availableParallelism() - 1}`
  if (canPin) execFileSync('taskset', ['-a', '-p', '-c', others, String(process.pid)], { stdio: 'ignore' })
}
