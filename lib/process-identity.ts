import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this number runs, whoever it belongs to. One that has ended and waits for its parent does not. */
export function isAlive(pid: number) {
  return processIdentity(pid) !== undefined
}

/**
 * What tells this process from a later one with the same number: when it began, and in which boot.
 * Undefined where no such process runs.
 */
export function processIdentity(pid: number) {
  if (!exists(pid)) return undefined
  try {
    return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid)
  } catch {
    return exists(pid) ? 'alive' : undefined
  }
}

/** The command line of a process, as far as this system tells it. */
export function commandLine(pid: number) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

function exists(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** proc(5): the start time is field 22, and field 2 (the name, in brackets) may hold spaces. */
function identityFromProc(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
}

function identityFromPs(pid: number) {
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
}
