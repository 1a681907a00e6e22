import { expect, test } from 'vitest'
import { readAutocannon } from './autocannon'

const run = (statusCodeStats: Record<string, { count: number }>, errors = 0) =>
  JSON.stringify({
    duration: 2,
    errors,
    statusCodeStats,
    latency: { p50: 1, p99: 5 },
    throughput: { total: 400_000 },
  })

test('what autocannon measured is read, and a 304 is an answer like another', () => {
  expect(readAutocannon(run({ 200: { count: 300 }, 304: { count: 100 } }))).toEqual({
    answers: 400,
    perSecond: 200,
    bytes: 400_000,
    bad: 0,
    medianMs: 1,
    p99Ms: 5,
  })
})

test('statuses of errors and broken connections are bad answers', () => {
  expect(readAutocannon(run({ 200: { count: 300 }, 503: { count: 7 } }, 2)).bad).toBe(9)
})
