import { expect, test } from 'vitest'
import { clockTime } from './clock-time'

const noon = new Date('2026-03-04T12:00:00Z')

test('a time of today is told without its day, in the paper’s zone and not the machine’s', () => {
  expect(clockTime(new Date('2026-03-04T09:02:00Z'), noon)).toBe('09:02')
})

test('midnight is 00:00, and a time of another day is told with it', () => {
  expect(clockTime(new Date('2026-03-04T00:00:00Z'), noon)).toBe('00:00')
  expect(clockTime(new Date('2026-03-03T23:59:00Z'), noon)).toBe('23:59, Mar 3, 2026')
})
