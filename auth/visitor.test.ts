import { expect, test } from 'vitest'
import { newVisitorCookie, readVisitorKey } from './visitor'

test('a browser is known by the cookie that it was given', () => {
  const { value, key } = newVisitorCookie()

  expect(readVisitorKey(value)).toBe(key)
  expect(value).not.toContain(key)
})

test('each browser gets a key of its own', () => {
  expect(newVisitorCookie().key).not.toBe(newVisitorCookie().key)
})

test('a cookie that we did not sign is no key', () => {
  const { value } = newVisitorCookie()
  const [number, signature] = value.split('.')

  for (const forged of [
    '',
    '.',
    'x',
    number,
    `${number}.`,
    `x${number}.${signature}`,
    `${number}.${signature}x`,
    `${value}.x`,
  ]) {
    expect(readVisitorKey(forged)).toBeNull()
  }
  expect(readVisitorKey(undefined)).toBeNull()
})
