import type { Random } from '@/db/generate/random'

/**
 * Draws places from 0 on, the n-th one n times less often than the first (G. K. Zipf), as readers do with articles.
 */
export function zipfPlaces(places: number) {
  const reached = new Float64Array(places)
  let sum = 0
  for (let place = 0; place < places; place++) {
    sum += 1 / (place + 1)
    reached[place] = sum
  }
  return (random: Random) => firstBeyond(reached, random() * sum)
}

function firstBeyond(reached: Float64Array, aim: number) {
  let [from, to] = [0, reached.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((reached[middle] ?? 0) <= aim) from = middle + 1
    else to = middle
  }
  return from
}
