import { expect, test } from 'vitest'
import { afterDecision, queuePath } from './addresses'
import { queueQuestion } from './queue-question'
import { verdictsFor } from './verdicts'

test('the queue’s address says what is looked at, and is read back as the same', () => {
  const question = { tab: 'reported', section: 'harbour', article: 'a-1', why: 'hate', page: 3 } as const
  expect(queuePath(question)).toBe('/moderation?tab=reported&section=harbour&article=a-1&why=hate&page=3')
  const query = Object.fromEntries(new URLSearchParams(queuePath(question).split('?')[1]))
  expect(queueQuestion(query)).toEqual(question)
  expect(queuePath({ tab: 'held' })).toBe('/moderation')
})

test('what makes no sense in an address is as if it were not there', () => {
  const plain = { tab: 'held', section: undefined, article: undefined, why: undefined, page: 1 }
  expect(queueQuestion({})).toEqual(plain)
  expect(queueQuestion({ tab: 'x', section: '<', why: 'hate', page: '-1' })).toEqual(plain)
  expect(queueQuestion({ tab: ['reported'], section: ['a', 'b'], page: '1e9' })).toEqual(plain)
  expect(queueQuestion({ tab: 'reported', why: '<' })).toEqual({ ...plain, tab: 'reported' })
})

test('after a decision a moderator is back at the same place of the queue', () => {
  expect(afterDecision('/moderation?tab=reported&page=2', 'a', 'b')).toBe(
    '/moderation?tab=reported&page=2&about=a&next=b#said',
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
  expect(verdictsFor('held', 0)).toEqual(['approve', 'hide'])
  expect(verdictsFor('visible', 2)).toEqual(['keep', 'hide'])
  expect(verdictsFor('visible', 0)).toEqual(['hide'])
  expect(verdictsFor('hidden', 0)).toEqual(['restore'])
  expect(verdictsFor('deleted', 0)).toEqual([])
})
