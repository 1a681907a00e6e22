import { expect, test } from 'vitest'
import { articleHref, pictureSource, webHref } from './href'

test.each([
  'https://example.org/a?b=1#c',
  'http://example.org',
  'mailto:desk@example.org',
  '/articles/bridge',
  '#part-1',
])('an article may link to %s', (href) => {
  expect(articleHref(href)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https://bank.example@evil.example',
  'https://example.org/\u202efdp.exe',
  'https://exa\u200bmple.org',
  'mailto:',
  'relative/path',
  '',
  `https://example.org/${'a'.repeat(2048)}`,
])('an article links nowhere by %j', (href) => {
  expect(articleHref(href)).toBeUndefined()
})

test('a comment links to the web, not into this site, to mail or to a fragment', () => {
  expect(webHref(' https://example.org/a b ')).toBe('https://example.org/a%20b')
  expect(['/sign-out', '#top', 'mailto:a@example.org', 'javascript:1'].map(webHref)).toEqual(Array(4).fill(undefined))
})

test('a picture comes from the web or this site, never out of its own address', () => {
  expect(pictureSource('/media/1')).toBe('/media/1')
  expect(pictureSource('data:image/svg+xml,x')).toBeUndefined()
})
