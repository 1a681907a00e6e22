import { expect, test } from 'vitest'
import { newId } from '@/lib/new-id'
import { cohortOf, guestWeight, memberWeight, trustedWeight, type Weighed } from './report-weight'

const at = (minutes: number) => new Date(Date.UTC(2026, 3, 1, 12, minutes))

const aReport = (minutes: number, wish: Partial<Weighed> = {}): Weighed => ({
  ...{ id: newId(), createdAt: at(minutes), isNew: false, senderHash: newId(), weight: 0.5 },
  ...wish,
})

test('a report weighs what its reporter’s record is worth, as docs/reports.md has it', () => {
  const weights = [
    [0, 0],
    [5, 0],
    [10, 0],
    [10, 10],
    [0, 5],
  ].map(([upheld = 0, dismissed = 0]) => Number(memberWeight({ upheld, dismissed }).toFixed(2)))
  expect(weights).toEqual([0.09, 0.49, 0.65, 0.31, 0.03])
  expect(guestWeight).toBeLessThan(memberWeight({ upheld: 0, dismissed: 0 }))
})

test('each upheld report makes the next one heavier, each dismissed one lighter, and none weighs more than 1', () => {
  for (let n = 0; n < 50; n++) {
    const [now, right, wrong] = [
      memberWeight({ upheld: n, dismissed: 3 }),
      memberWeight({ upheld: n + 1, dismissed: 3 }),
      memberWeight({ upheld: n, dismissed: 4 }),
    ]
    expect(right).toBeGreaterThan(now)
    expect(wrong).toBeLessThan(now)
  }
  expect(memberWeight({ upheld: 200, dismissed: 0 })).toBeLessThan(1)
})

test('three reports of one network within ten minutes look arranged; two do, in an hour, not', () => {
  const network = { senderHash: 'one' }
  const arranged = [aReport(0, network), aReport(4, network), aReport(10, network)]
  expect([...cohortOf([...arranged, aReport(5)])].sort()).toEqual(arranged.map(({ id }) => id).sort())
  expect(cohortOf([aReport(0, network), aReport(4, network), aReport(11, network)]).size).toBe(0)
  expect(cohortOf([aReport(0, network), aReport(1, network), aReport(2)]).size).toBe(0)
})

test('four new accounts within ten minutes look arranged, wherever they come from; those of long ago do not', () => {
  const fresh = { isNew: true }
  const four = [0, 2, 5, 9].map((minute) => aReport(minute, fresh))
  expect(cohortOf(four).size).toBe(4)
  expect(cohortOf(four.slice(1)).size).toBe(0)
  expect(cohortOf([0, 2, 5, 9].map((minute) => aReport(minute))).size).toBe(0)
  expect(cohortOf([...four, aReport(40, fresh)]).size).toBe(4)
})

test('a report whose network is forgotten is of no network', () => {
  const forgotten = { senderHash: null }
  expect(cohortOf([aReport(0, forgotten), aReport(1, forgotten), aReport(2, forgotten)]).size).toBe(0)
})

test('what looks arranged weighs nothing, what others report beside it all of its weight', () => {
  const four = [0, 1, 2, 3].map((minute) => aReport(minute, { isNew: true, weight: 0.1 }))
  expect(trustedWeight(four)).toBe(0)
  expect(trustedWeight([...four, aReport(1, { weight: 0.6 }), aReport(2, { weight: 0.9 })])).toBeCloseTo(1.5)
})
