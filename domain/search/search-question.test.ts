import { expect, test } from 'vitest'
import { readSearchQuestion, searchPath } from './search-question'

const nothing = { q: '', sort: 'relevance', page: 1 }

test('an address without anything is a question for nothing', () => {
  expect(readSearchQuestion({})).toEqual({ question: nothing, notices: [] })
})

test('a whole question comes back from its own address', () => {
  const given = {
    q: '"harbour bridge" -ferry',
    section: 'town',
    author: 'ada',
    from: '2026-01-01',
    to: '2026-03-31',
    sort: 'newest',
    page: '3',
  }
  const { question, notices } = readSearchQuestion(given)
  const path = searchPath(question)
  expect(notices).toEqual([])
  expect(readSearchQuestion(Object.fromEntries(new URL(path, 'http://localhost').searchParams)).question).toEqual(
    question,
  )
  expect(searchPath(question, { page: 1, sort: 'relevance', section: undefined })).not.toMatch(/page|sort|section/)
})

test('what is too long is cut, with a notice', () => {
  const { question, notices } = readSearchQuestion({ q: 'ab '.repeat(4000) })
  expect(question.q.length).toBeLessThanOrEqual(200)
  expect(notices).toEqual(['cut'])
  expect(readSearchQuestion({ q: 'x'.repeat(200) }).notices).toEqual([])
})

test('what the database could not take is taken out', () => {
  expect(readSearchQuestion({ q: 'a\0b\uD800c \uE000d\n\te' }).question.q).toBe('a b c d e')
  expect(readSearchQuestion({ q: `${'x'.repeat(199)}😀` }).question.q.isWellFormed()).toBe(true)
})

test('of many minuses one is asked for, and what is parted by one stays so', () => {
  expect(readSearchQuestion({ q: '-'.repeat(200) }).question.q).toBe('-')
  expect(readSearchQuestion({ q: `bridge ${'- '.repeat(40)}-ferry` }).question.q).toBe('bridge -ferry')
  expect(readSearchQuestion({ q: 'follow-up - harbour -bridge' }).question.q).toBe('follow-up - harbour -bridge')
})

test('days that are none are left out, each with a notice', () => {
  const { question, notices } = readSearchQuestion({ q: 'a', from: '2026-02-30', to: 'tomorrow' })
  expect(question).toEqual({ ...nothing, q: 'a' })
  expect(notices).toEqual(['from', 'to'])
})

test('days in the wrong order are both left out', () => {
  const { question, notices } = readSearchQuestion({ q: 'a', from: '2026-03-02', to: '2026-03-01' })
  expect(question).toEqual({ ...nothing, q: 'a' })
  expect(notices).toEqual(['order'])
})

test.each(['0', '-1', '101', '1e9', 'x', ''])('page %j is the first', (page) => {
  expect(readSearchQuestion({ page }).question.page).toBe(1)
})

test('of a parameter that is given twice the first counts, and unknown orders are the usual one', () => {
  expect(readSearchQuestion({ q: ['one', 'two'], sort: 'random', section: '../x' }).question).toEqual({
    ...nothing,
    q: 'one',
  })
})
