import { expect, test } from 'vitest'
import { momentInZone, timeInZone, wallTime } from './zoned-time'

test.each([
  ['2026-11-22T18:00', 'UTC', '2026-11-22T18:00:00.000Z'],
  ['2026-11-22T18:00', 'Asia/Kathmandu', '2026-11-22T12:15:00.000Z'],
  ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
  ['2026-12-31T23:59', 'Pacific/Kiritimati', '2026-12-31T09:59:00.000Z'],
  ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
])('%s in %s is %s', (wall, zone, utc) => {
  expect(momentInZone(wall, zone)?.toISOString()).toBe(utc)
  expect(wallTime(new Date(utc), zone)).toBe(wall)
})

test('an hour that the clocks leave out is the one after it, of one that comes twice the first', () => {
  expect(momentInZone('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(momentInZone('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-02-30T10:00', '2026-11-22 18:00', '2026-11-22T18:00Z'])(
  '“%s” is no time',
  (wall) => expect(momentInZone(wall, 'UTC')).toBeUndefined(),
)

test.each([
  ['2026-07-01T07:30:09.120Z', 'Europe/Berlin', '2026-07-01T09:30:09+02:00'],
  ['2026-12-31T20:00:00Z', 'Asia/Kathmandu', '2027-01-01T01:45:00+05:45'],
  ['2026-01-01T02:00:00Z', 'America/St_Johns', '2025-12-31T22:30:00-03:30'],
  ['2026-01-01T02:00:00Z', 'UTC', '2026-01-01T02:00:00+00:00'],
])('%s is told in %s as %s', (utc, zone, told) => {
  expect(timeInZone(new Date(utc), zone)).toBe(told)
  expect(new Date(told).getTime()).toBe(Math.floor(Date.parse(utc) / 1000) * 1000)
})

test('a time from before there were zones is told in UTC', () =>
  expect(timeInZone(new Date('1850-01-01T00:00:00Z'), 'Europe/Berlin')).toBe('1850-01-01T00:00:00.000Z'))
