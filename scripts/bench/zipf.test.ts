import { expect, test } from 'vitest'
import { randomFor } from '@/db/generate/random'
import { zipfPlaces } from './zipf'

test('the second article is read half as often as the first, and the last one too', () => {
  const draw = zipfPlaces(1000)
  const random = randomFor(1, 1)
  const drawn = new Array<number>(1000).fill(0)
  for (let n = 0; n < 200_000; n++) {
    const place = draw(random)
    drawn[place] = (drawn[place] ?? 0) + 1
  }
  const [first = 0, second = 0] = drawn
  expect(first / second).toBeCloseTo(2, 0)
  // The first of a thousand: 1 / (1 + 1/2 + … + 1/1000) = 1 / 7.485.
  expect(first / 200_000).toBeCloseTo(1 / 7.485, 2)
  expect(drawn.every((times) => times > 0)).toBe(true)
})

test('nothing beyond the last article is drawn', () => {
  expect(zipfPlaces(3)(() => 0.999999999)).toBe(2)
  expect(zipfPlaces(3)(() => 0)).toBe(0)
  expect(zipfPlaces(1)(() => 0.5)).toBe(0)
})
