import { z } from 'zod'

/**
 * What the client is to do. `zipf` draws addresses, the first most often; `in-turn` asks for each once. `least` is the
 * fewest bytes of a body; shorter ones, other statuses and uncompressed ones are bad.
 */
export const clientOrder = z.object({
  port: z.number(),
  pathsFile: z.string(),
  order: z.enum(['zipf', 'in-turn']),
  connections: z.number(),
  seconds: z.number().optional(),
  /** At most so many questions a second, for load that only goes along. */
  perSecond: z.number().optional(),
  seed: z.number(),
  status: z.number(),
  least: z.number(),
})

export const clientResult = z.object({
  answers: z.number(),
  seconds: z.number(),
  bytes: z.number(),
  bad: z.number(),
  /** What was wrong with the first bad one. */
  example: z.string(),
  medianMs: z.number(),
  p99Ms: z.number(),
})

export type ClientOrder = z.infer<typeof clientOrder>
export type ClientResult = z.infer<typeof clientResult>
