import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const isLinux = process.platform === 'linux'

/** Bytes that a process has in memory: proc(5) and ps(1) give kB. */
export function residentMemory(pid: number) {
  const told = isLinux
    ? (readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? '')
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(told) * 1024
}

/**
 * Milliseconds that a process has computed, on whatever cores: unlike the time that passed, these do not depend on what
 * else the machine does. proc(5) gives them in ticks of 10 ms; nothing where the system does not.
 */
export function processorTime(pid: number) {
  if (!isLinux) return undefined
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
