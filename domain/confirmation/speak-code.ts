import { type Chance, chanceFrom } from './chance'
import { samplesPerSecond, voices } from './letter-sounds'
import { wav } from './wav'

/**
 * The sound of a code: each letter said as a word that begins with it, by another voice, at another speed and height,
 * with murmurs behind. The same for the same seed, so that nothing can be averaged out of many.
 */
export async function speakCode(answer: string, seed: string) {
  const [chance, spoken] = [chanceFrom(seed), await voices()]
  const say = (letter: string, slowest: number, fastest: number) => {
    const words = spoken[Math.floor(chance.between(0, spoken.length))]
    return atSpeed(words?.get(letter) ?? new Float32Array(), chance.between(slowest, fastest))
  }
  const words = [...answer].map((letter) => ({ before: chance.between(0.35, 0.75), sound: say(letter, 0.85, 1.1) }))
  const length = words.reduce((sum, { before, sound }) => sum + seconds(before) + sound.length, seconds(0.5))
  const mixed = hiss(length, chance)

  let at = 0
  for (const { before, sound } of words) {
    at += seconds(before)
    mix(mixed, sound, at, chance.between(0.6, 0.8))
    at += sound.length
  }
  for (at = 0; at < length; at += seconds(chance.between(0.25, 0.6))) {
    const murmur = say([...(spoken[0]?.keys() ?? [])][Math.floor(chance.between(0, 14))] ?? '', 0.7, 1.3)
    mix(mixed, murmur.reverse(), at, chance.between(0.03, 0.07))
  }
  return wav(mixed, samplesPerSecond)
}

const seconds = (n: number) => Math.round(n * samplesPerSecond)

/** Faster is higher too, as with a tape. */
function atSpeed(sound: Float32Array, speed: number) {
  return Float32Array.from({ length: Math.floor(sound.length / speed) }, (_, nth) => {
    const [left, part] = [Math.floor(nth * speed), (nth * speed) % 1]
    return (sound[left] ?? 0) * (1 - part) + (sound[left + 1] ?? 0) * part
  })
}

function mix(into: Float32Array, sound: Float32Array, at: number, loudness: number) {
  for (const [nth, value] of sound.entries())
    if (at + nth < into.length) into[at + nth] = (into[at + nth] ?? 0) + value * loudness
}

/** Xorshift (G. Marsaglia, Journal of Statistical Software 8, 2003): a hash for each of its samples would take long. */
function hiss(length: number, chance: Chance) {
  let [state, last] = [Math.floor(chance.between(1, 2 ** 31)), 0]
  return Float32Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    last = 0.6 * last + (0.4 * state) / 2 ** 31
    return last * 0.045
  })
}
