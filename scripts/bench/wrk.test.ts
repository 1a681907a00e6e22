import { expect, test } from 'vitest'
import { readWrk } from './wrk'

const printed = `Running 2s test @ http://127.0.0.1:18080/
  1 threads and 50 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.01ms  412.00us   9.20ms   91.00%
  100000 requests in 2.00s, 1.00GB read
Requests/sec:  50000.00
Transfer/sec:    512.00MB
`
const line = (refused: number) =>
  `\ncourant {"requests":100000,"duration":2000000,"bytes":1073700000,"failed":1,"refused":${refused},"median":990,"p99":2750}\n`

test('what wrk measured is read exactly, in answers a second and milliseconds', () => {
  expect(readWrk(printed + line(0))).toEqual({
    answers: 100_000,
    perSecond: 50_000,
    bytes: 1_073_700_000,
    bad: 1,
    medianMs: 0.99,
    p99Ms: 2.75,
  })
})

test('answers with the status of an error are bad ones', () => {
  expect(readWrk(printed + line(99_000)).bad).toBe(99_001)
})

test('a run that did not come to its end is no result', () => {
  expect(() => readWrk('unable to connect to 127.0.0.1:1 Connection refused')).toThrow('Connection refused')
})
