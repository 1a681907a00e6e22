import { expect, test } from 'vitest'
import { dueAt } from './due-at'

const at = (iso: string) => new Date(iso)

test('a letter at once is due now, and none is due where none is wanted', () => {
  const now = at('2026-11-26T10:20:30.500Z')
  expect(dueAt('at-once', now, 'UTC')).toBe(now)
  expect(dueAt('off', now, 'UTC')).toBeNull()
})

test('hourly letters leave at the full hour of the paper’s clock', () => {
  expect(dueAt('hourly', at('2026-11-26T10:20:30.500Z'), 'UTC')).toEqual(at('2026-11-26T11:00:00Z'))
  // 16:05:30 in Kathmandu, five hours and three quarters ahead.
  expect(dueAt('hourly', at('2026-11-26T10:20:30.500Z'), 'Asia/Kathmandu')).toEqual(at('2026-11-26T11:15:00Z'))
  expect(dueAt('hourly', at('2026-11-26T11:15:00Z'), 'Asia/Kathmandu')).toEqual(at('2026-11-26T12:15:00Z'))
})

test('daily letters leave at eight in the morning of the paper’s zone, before and after its clocks change', () => {
  expect(dueAt('daily', at('2026-11-26T10:20:00Z'), 'Europe/Berlin')).toEqual(at('2026-11-27T07:00:00Z'))
  expect(dueAt('daily', at('2026-11-26T06:59:59Z'), 'Europe/Berlin')).toEqual(at('2026-11-26T07:00:00Z'))
  expect(dueAt('daily', at('2026-11-26T07:00:00Z'), 'Europe/Berlin')).toEqual(at('2026-11-27T07:00:00Z'))
  expect(dueAt('daily', at('2026-10-24T10:00:00Z'), 'Europe/Berlin')).toEqual(at('2026-10-25T07:00:00Z'))
  expect(dueAt('daily', at('2026-03-28T10:00:00Z'), 'Europe/Berlin')).toEqual(at('2026-03-29T06:00:00Z'))
  expect(dueAt('daily', at('2026-12-31T23:30:00Z'), 'Pacific/Auckland')).toEqual(at('2027-01-01T19:00:00Z'))
})
