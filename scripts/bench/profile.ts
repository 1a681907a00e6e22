import { readFileSync } from 'node:fs'
import { z } from 'zod'

const frame = z.object({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.number(),
  columnNumber: z.number(),
})

const profile = z.object({
  startTime: z.number(),
  nodes: z.array(z.object({ id: z.number(), callFrame: frame })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

type Profile = z.infer<typeof profile>
export type Frame = z.infer<typeof frame>
export type Spent = { where: string; ms: number }

export const readProfile = (file: string) => profile.parse(JSON.parse(readFileSync(file, 'utf8')))

/**
 * What the samples of `node --cpu-prof` between two moments (microseconds of the monotonic clock) fell on, most first.
 * `sourceOf` tells the source file of what a build put together.
 */
export function spentWithin(
  { startTime, nodes, samples, timeDeltas }: Profile,
  from: number,
  to: number,
  sourceOf: (frame: Frame) => string,
): Spent[] {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame, sourceOf)]))
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

/** Next brings React and others in its own folder, and its maps call itself `webpack://next`. */
const packages = [
  /\bnext\/(?:\.\/)?dist\/compiled\/(?!next-server\/)([^/]+)/,
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/,
  /^webpack:\/\/([^/]+)/,
]

/** A package, or a file of the paper. Undefined for waiting. */
function placeOf(frame: Frame, sourceOf: (frame: Frame) => string) {
  if (frame.functionName === '(idle)') return undefined
  if (frame.functionName === '(garbage collector)') return 'the garbage collector'
  if (/^(node:|$)/.test(frame.url)) return 'Node itself, with its native parts'
  const source = sourceOf(frame)
  return packages.map((pattern) => source.match(pattern)?.[1]).find(Boolean) ?? source
}
