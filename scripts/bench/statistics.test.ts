import { expect, test } from 'vitest'
import { growth, median, percentile } from './statistics'

test('the median is the one in the middle, in whatever order they came', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 2, 100, 4])).toBe(7)
  expect(median([])).toBeNaN()
})

test('a percentile is one of the values that were measured', () => {
  const values = Array.from({ length: 200 }, (_, no) => 200 - no)
  expect(percentile(values, 0.99)).toBe(198)
  expect(percentile(values, 0.5)).toBe(100)
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([], 0.99)).toBeNaN()
})

test('what only settles at the beginning has not grown', () => {
  expect(growth([1, 50, 100, 100, 100, 100, 100, 100, 100, 100])).toBe(0)
})

test('what goes on rising has grown', () => {
  expect(growth([100, 100, 100, 100, 110, 110, 120, 120, 130, 130])).toBeCloseTo(0.3)
})
