import { expect, test } from 'vitest'
import { nextPath, signInPath } from './next-path'

test.each([
  '/',
  '/account',
  '/articles/harbour/discussion?order=newest#comment-1',
  '/search?q=a%2Fb%3Fc',
  '/caf%C3%A9',
])('%s is a place to go on to', (path) => {
  expect(nextPath(path)).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/..//evil.example/',
  '/articles/..//..//evil.example',
  'articles/x',
  'javascript:alert(1)',
  '/a\\b',
  '/a\nb',
  '',
  '/sign-in?next=/sign-in',
  '/api/viewer',
  `/${'a'.repeat(1000)}`,
  undefined,
  null,
  ['/account'],
])('%j is none', (given) => {
  expect(nextPath(given)).toBeUndefined()
})

test('the way to sign in carries the way back, escaped', () => {
  expect(signInPath('/search?q=a&b=c')).toBe('/sign-in?next=%2Fsearch%3Fq%3Da%26b%3Dc')
  expect(signInPath('//evil.example')).toBe('/sign-in')
})
