import { type Burst, type Load, putUnderLoad } from './load'
import type { Run } from './part'
import { median } from './statistics'

/** One server of a comparison. Its answers have, head and all, between `least` and `most` bytes. */
export type Contender = {
  name: string
  url: string
  headers: Record<string, string>
  /** What an answer is, for people. */
  sends: string
  least: number
  most: number
  /** Waits until it has done what it was asked for: who is left with work would do it on the next one's time. */
  rest?: (() => Promise<void>) | undefined
}

export const connections = 50
/** Bytes. */
export const longestHead = 6000

/** Loads the servers in turn, A/B/C/A/B/C …, so that what else the machine does falls on all of them. */
export async function compare({ folder, length, say }: Run, contenders: readonly Contender[]) {
  const runs = contenders.map((contender) => ({ contender, loads: [] as Load[] }))
  for (let round = 0; round <= length.rounds; round++) {
    for (const { contender, loads } of runs) {
      say(round === 0 ? `warming ${contender.name}` : `round ${round} of ${length.rounds}: ${contender.name}`)
      const burst: Burst = { url: contender.url, headers: contender.headers, seconds: length.seconds, connections }
      const load = await putUnderLoad(folder, burst)
      refuseBadAnswers(contender, load)
      await contender.rest?.()
      if (round > 0) loads.push(load)
    }
  }
  return runs.map(({ contender, loads }) => ({
    name: contender.name,
    sends: contender.sends,
    perSecond: median(loads.map((load) => load.perSecond)),
    p99Ms: median(loads.map((load) => load.p99Ms)),
  }))
}

/** Some answers may be half read when the time is up, at most one on each connection. */
export function refuseBadAnswers(
  { name, url, least, most }: Omit<Contender, 'headers' | 'sends' | 'rest'>,
  { answers, bad, bytes }: Load,
) {
  if (bad > 0) throw new Error(`${name}: ${bad} bad answers from ${url}`)
  if (bytes < answers * least || bytes > (answers + connections) * most)
    throw new Error(`${name}: ${answers} answers of ${least} to ${most} bytes from ${url} cannot be ${bytes} bytes`)
}
