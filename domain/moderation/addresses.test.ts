import { expect, test } from 'vitest'
import { afterDecision, queuePath } from './addresses'
import { queueQuestion } from './queue-question'
import { verdictsFor } from './verdicts'

const place = { micros: '1700000000123456', id: '0190a1b2-0000-7000-8000-000000000001' }

test('the queue’s address says what is looked at, and is read back as the same', () => {
  const question = {
    ...({ tab: 'reported', section: 'harbour', article: 'a-1', why: 'hate' } as const),
    ...({ who: 'guest', age: 'day', order: 'newest', after: place } as const),
  }
  expect(queuePath(question)).toBe(
    `/moderation?tab=reported&section=harbour&article=a-1&why=hate&who=guest&age=day&order=newest&after=${place.micros}.${place.id}`,
  )
  const query = Object.fromEntries(new URLSearchParams(queuePath(question).split('?')[1]))
  expect(queueQuestion(query)).toEqual(question)
  expect(queuePath({ tab: 'held', order: 'oldest' })).toBe('/moderation')
  expect(queuePath({ tab: 'hidden', order: 'oldest' })).toBe('/moderation?tab=hidden&order=oldest')
})

test('what makes no sense in an address is as if it were not there', () => {
  const plain = { tab: 'held', order: 'oldest' }
  expect(queueQuestion({})).toEqual(plain)
  expect(queueQuestion({ tab: 'x', section: '<', why: 'hate', who: 'nobody', age: '-1', order: 'best' })).toEqual(plain)
  expect(queueQuestion({ tab: ['reported'], section: ['a', 'b'], after: 'now' })).toEqual(plain)
  expect(queueQuestion({ tab: 'reported', why: '<' })).toEqual({ ...plain, tab: 'reported' })
  expect(queueQuestion({ tab: 'approved', why: 'hate' })).toEqual({ tab: 'approved', order: 'newest' })
  expect(queueQuestion({ order: 'risk', after: `${place.micros}.${place.id}` })).toEqual({ ...plain, order: 'risk' })
})

test('after a decision a moderator is back at the same place of the queue', () => {
  expect(afterDecision('/moderation?tab=reported&section=town', 'a', 'b')).toBe(
    '/moderation?tab=reported&section=town&about=a&next=b#said',
  )
  expect(afterDecision('/moderation?about=x&next=y', 'a', undefined)).toBe('/moderation?about=a#said')
})

test('no form leads away from the desk', () => {
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/account',
    '/moderationist',
    '/moderation/../account',
    undefined,
  ])
    expect(afterDecision(back, 'a', undefined)).toBe('/moderation?about=a#said')
})

test('the buttons fit how a comment stands', () => {
  expect(verdictsFor('held', 0, false)).toEqual(['approve', 'hide'])
  expect(verdictsFor('visible', 2, false)).toEqual(['keep', 'hide'])
  expect(verdictsFor('visible', 0, false)).toEqual(['approve', 'hide'])
  expect(verdictsFor('visible', 0, true)).toEqual(['hide'])
  expect(verdictsFor('hidden', 0, true)).toEqual(['restore'])
  expect(verdictsFor('deleted', 0, false)).toEqual([])
})
