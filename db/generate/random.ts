/** Numbers from 0 up to 1; the same ones for the same seed. */
export type Random = () => number

/** Mulberry32 (T. Ettinger, 2017) behind a mixing of what the numbers are for, so that nothing depends on an order. */
export function randomFor(seed: number, purpose: number, place = 0): Random {
  let state = mixed(mixed(seed ^ Math.imul(purpose, 0x9e3779b1)) ^ Math.imul(place + 1, 0x85ebca6b))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, limit: number) => Math.floor(random() * limit)

export const between = (random: Random, least: number, most: number) => least + below(random, most - least + 1)

/** Mostly nothing or little, seldom much: how often something is liked. */
export const fewOrMany = (random: Random, none: number, most: number) =>
  random() < none ? 0 : Math.min(most, Math.floor((1 - random()) ** -0.9))

/** Draws the first of a list often and the last seldom, as words occur (G. K. Zipf: the n-th one nth as often). */
export function zipf<Value>(values: readonly [Value, ...Value[]]): (random: Random) => Value {
  const reached: number[] = []
  let sum = 0
  for (const place of values.keys()) {
    sum += 1 / (place + 3)
    reached.push(sum)
  }
  return (random) => values[firstBeyond(reached, random() * sum)] ?? values[0]
}

function firstBeyond(reached: number[], aim: number) {
  let [from, to] = [0, reached.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((reached[middle] ?? 0) < aim) from = middle + 1
    else to = middle
  }
  return from
}

function mixed(value: number) {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad)
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97)
  return h ^ (h >>> 15)
}
