import { readFileSync } from 'node:fs'
import { z } from 'zod'

const profile = z.object({
  startTime: z.number(),
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

export type Profile = z.infer<typeof profile>
export type Spent = { where: string; ms: number }

export const readProfile = (file: string) => profile.parse(JSON.parse(readFileSync(file, 'utf8')))

/** What the samples of `node --cpu-prof` between two moments (microseconds of the monotonic clock) fell on, most first. */
export function spentWithin({ startTime, nodes, samples, timeDeltas }: Profile, from: number, to: number): Spent[] {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]))
  const spent = new Map<string, number>()
  let at = startTime
  for (const [no, sample] of samples.entries()) {
    const passed = timeDeltas[no] ?? 0
    at += passed
    const where = places.get(sample)
    if (where && at >= from && at <= to) spent.set(where, (spent.get(where) ?? 0) + passed / 1000)
  }
  return [...spent].map(([where, ms]) => ({ where, ms })).sort((a, b) => b.ms - a.ms)
}

const known: readonly [RegExp, string][] = [
  [/node_modules\/next\/dist\/compiled\/next-server\//, 'React and Next drawing'],
  [/node_modules\/next\//, 'Next around it'],
  [/\/\.next[^/]*\/server\//, 'the paper’s components and readers'],
  [/node_modules\/postgres\//, 'the driver of the database'],
  [/node_modules\//, 'other packages'],
  [/^node:|^$/, 'Node itself, with its native parts'],
  [/./, 'the site’s own server'],
]

/** Undefined for waiting. */
function placeOf({ functionName, url }: Profile['nodes'][number]['callFrame']) {
  if (functionName === '(idle)') return undefined
  if (functionName === '(garbage collector)') return 'the garbage collector'
  return known.find(([pattern]) => pattern.test(url))?.[1]
}
