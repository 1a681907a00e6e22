import { loadWithAutocannon } from './autocannon'
import { hasWrk, loadWithWrk } from './wrk'

/** One address asked for as fast as it answers, for some seconds. */
export type Burst = { url: string; headers: Record<string, string>; seconds: number; connections: number }

/** `bytes` are those of heads and bodies; `bad` counts connections that failed and statuses from 400 on. */
export type Load = { answers: number; perSecond: number; bytes: number; bad: number; medianMs: number; p99Ms: number }

export const loadProgram = hasWrk() ? 'wrk' : 'autocannon'

export function putUnderLoad(folder: string, burst: Burst) {
  return loadProgram === 'wrk' ? loadWithWrk(folder, burst) : loadWithAutocannon(burst)
}
