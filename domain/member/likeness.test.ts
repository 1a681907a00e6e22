import { expect, test } from 'vitest'
import { likenessOf } from './likeness'

test.each([
  ['Anna Berg', 'anna berg'],
  ['Anna Berg', 'AnnaBerg'],
  ['Anna Berg', 'Anna-Berg.'],
  ['Ivan', 'lvan'],
  ['Ivan', '1van'],
  ['Paul', 'PauI'],
  ['Otto', '0tt0'],
  ['Maren', 'Rnaren'],
  ['Will', 'VviII'],
  ['Scope', 'Ѕсоре'],
  ['AHA', 'АНА'],
  ['TOBY', 'ΤΟΒΥ'],
  ['Dina', 'Dına'],
  ['Full', 'Ｆｕｌｌ'],
  ['Æsop', 'Aesop'],
])('%j looks like %j', (one, other) => {
  expect(likenessOf(one)).toBe(likenessOf(other))
})

test.each([
  ['Anna', 'Hanna'],
  ['Anna', 'Änna'],
  ['Jose', 'José'],
  ['Анна', 'Алла'],
  ['山田', '山本'],
])('%j does not look like %j', (one, other) => {
  expect(likenessOf(one)).not.toBe(likenessOf(other))
})
