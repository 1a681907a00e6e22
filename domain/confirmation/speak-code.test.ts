import { expect, test } from 'vitest'
import { alphabet } from './confirmation-code'
import { voices } from './letter-sounds'
import { speakCode } from './speak-code'

test('the sound is a WAV of a few seconds that any browser plays', async () => {
  const sound = await speakCode('ACDEH', 'one')
  expect(sound.toString('latin1', 0, 4)).toBe('RIFF')
  expect(sound.toString('latin1', 8, 16)).toBe('WAVEfmt ')
  expect(sound.readUInt32LE(4)).toBe(sound.length - 8)
  const seconds = sound.readUInt32LE(40) / sound.readUInt32LE(28)
  expect(seconds).toBeGreaterThan(4)
  expect(seconds).toBeLessThan(12)
})

test('asking again gives the same sound; another code of the same letters sounds otherwise', async () => {
  expect(await speakCode('ACDEH', 'one')).toEqual(await speakCode('ACDEH', 'one'))
  const lengths = await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f'].map(async (seed) => (await speakCode('ACDEH', seed)).length),
  )
  expect(new Set(lengths).size).toBe(6)
})

test('each voice has a word of its own for each letter', async () => {
  const spoken = await voices()
  expect(spoken).toHaveLength(3)
  for (const words of spoken) {
    expect([...words.keys()].join('')).toBe(alphabet)
    const loudest = [...words.values()].map((sound) => Math.max(...sound))
    expect(Math.min(...loudest)).toBeGreaterThan(0.3)
    for (const sound of words.values()) expect(sound.length).toBeGreaterThan(1500)
    expect(new Set([...words.values()].map(String)).size).toBe(alphabet.length)
  }
})

test('the words stand out from what is behind them, and nothing is clipped', async () => {
  const sound = await speakCode('MMMMM', 'one')
  const samples = Array.from({ length: (sound.length - 44) / 2 }, (_, nth) => sound.readInt16LE(44 + nth * 2))
  const loudness = (from: number, to: number) =>
    Math.sqrt(samples.slice(from, to).reduce((sum, value) => sum + value * value, 0) / (to - from))
  const quiet = loudness(0, 2400)
  const blocks = Array.from({ length: Math.floor(samples.length / 800) }, (_, nth) =>
    loudness(nth * 800, nth * 800 + 800),
  )
  expect(Math.max(...blocks)).toBeGreaterThan(quiet * 3)
  expect(quiet).toBeGreaterThan(50)
  expect(samples.filter((value) => Math.abs(value) >= 32_767)).toEqual([])
})
