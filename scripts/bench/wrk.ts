import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runForOutput } from './child'
import { onLoadCore } from './cores'
import type { Burst, Load } from './load'

export const hasWrk = () => spawnSync('wrk', ['-v']).error === undefined

/** wrk rounds what it prints for people; its script may say it exactly. Times come in microseconds. */
const script = `
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\ncourant {"requests":%d,"duration":%d,"bytes":%d,"failed":%d,"refused":%d,"median":%d,"p99":%d}\\n',
    summary.requests, summary.duration, summary.bytes, e.connect + e.read + e.write + e.timeout, e.status,
    latency:percentile(50), latency:percentile(99)))
end
`

const told = z.object({
  requests: z.number(),
  duration: z.number().positive(),
  bytes: z.number(),
  failed: z.number(),
  refused: z.number(),
  median: z.number(),
  p99: z.number(),
})

/** What a run of wrk with our script said. Throws where it said nothing. */
export function readWrk(output: string): Load {
  const [, json] = output.match(/^courant (\{.*\})$/m) ?? []
  if (!json) throw new Error(`wrk did not say how it went:\n${output}`)
  const run = told.parse(JSON.parse(json))
  return {
    answers: run.requests,
    perSecond: run.requests / (run.duration / 1e6),
    bytes: run.bytes,
    bad: run.failed + run.refused,
    medianMs: run.median / 1000,
    p99Ms: run.p99 / 1000,
  }
}

export async function loadWithWrk(folder: string, { url, headers, seconds, connections }: Burst) {
  const file = join(folder, 'wrk.lua')
  writeFileSync(file, script)
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  // Without it, an answer that takes two seconds counts as a failure; Next alone has such.
  const timeout = ['--timeout', '20s']
  const args = [...timeout, '-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-s', file, ...sent, url]
  return readWrk(await runForOutput(onLoadCore(['wrk', ...args])))
}
