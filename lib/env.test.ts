import { expect, test } from 'vitest'
import { readEnvironment } from './env'

const indentOf = (COMMENT_INDENT?: string) => readEnvironment({ NODE_ENV: 'test', COMMENT_INDENT }).commentIndent

test('six levels of answers are drawn, unless the paper sets another number from 1 to 12', () => {
  expect(indentOf()).toBe(6)
  expect(indentOf('')).toBe(6)
  expect(indentOf('1')).toBe(1)
  expect(indentOf('12')).toBe(12)
})

test('a number of levels that makes no sense stops the start, and the variable is named', () => {
  for (const wrong of ['0', '13', '2.5', '-1', 'many']) expect(() => indentOf(wrong)).toThrow('COMMENT_INDENT')
})
