import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runForOutput } from './child'
import { onLoadCore } from './cores'
import type { Burst, Load } from './load'

const told = z.object({
  duration: z.number().positive(),
  errors: z.number(),
  statusCodeStats: z.record(z.string(), z.object({ count: z.number() })),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  throughput: z.object({ total: z.number() }),
})

/** What a run of `autocannon --json` said. */
export function readAutocannon(output: string): Load {
  const run = told.parse(JSON.parse(output))
  const of = (isMeant: (status: number) => boolean) =>
    Object.entries(run.statusCodeStats).reduce(
      (sum, [status, { count }]) => sum + (isMeant(Number(status)) ? count : 0),
      0,
    )
  const answers = of(() => true)
  return {
    answers,
    perSecond: answers / run.duration,
    bytes: run.throughput.total,
    bad: run.errors + of((status) => status >= 400),
    medianMs: run.latency.p50,
    p99Ms: run.latency.p99,
  }
}

export async function loadWithAutocannon({ url, headers, seconds, connections }: Burst) {
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const program = fileURLToPath(import.meta.resolve('autocannon'))
  const args = [program, '--json', '--no-progress', '-c', String(connections), '-d', String(seconds), ...sent, url]
  return readAutocannon(await runForOutput(onLoadCore([process.execPath, ...args])))
}
