import { createHash } from 'node:crypto'

/** Numbers that look like chance and are the same for the same seed: a picture asked for again shows nothing new. */
export function chanceFrom(seed: string) {
  let drawn = 0
  const next = () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE(0) / 2 ** 32
  return {
    between: (low: number, high: number) => low + next() * (high - low),
    sign: () => (next() < 0.5 ? -1 : 1),
  }
}

export type Chance = ReturnType<typeof chanceFrom>
