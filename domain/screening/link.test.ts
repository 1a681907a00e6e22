import { expect, test } from 'vitest'
import { domainOf, type KnownDomain, linkTo, withParents } from './link'

test.each([
  ['https://www.Example.org/a?b', 'example.org'],
  ['HTTP://shop.example.org.:8080/', 'shop.example.org'],
  ['https://münchen.example/', 'xn--mnchen-3ya.example'],
  ['https://user:word@evil.example/', 'evil.example'],
  ['mailto:ida@example.org', null],
  ['https://', null],
])('the domain of %s is %s', (address, domain) => {
  expect(domainOf(address)).toBe(domain)
})

test('a domain is below others, but never below a top-level one alone', () => {
  expect(withParents('a.b.example.org')).toEqual(['a.b.example.org', 'b.example.org', 'example.org'])
  expect(withParents('localhost')).toEqual(['localhost'])
})

test('the nearest verdict counts, and one that was only seen says nothing of what is below it', () => {
  const known: KnownDomain[] = [
    { name: 'spam.example', verdict: 'deny' },
    { name: 'museum.spam.example', verdict: 'allow' },
    { name: 'blogs.example', verdict: null },
  ]
  const found = (address: string) => linkTo(address, known).known
  expect(found('https://spam.example/')).toBe('denied')
  expect(found('https://a.b.spam.example/')).toBe('denied')
  expect(found('https://old.museum.spam.example/')).toBe('allowed')
  expect(found('https://notspam.example/')).toBe('unseen')
  expect(found('https://blogs.example/')).toBe('seen')
  expect(found('https://new.blogs.example/')).toBe('unseen')
  expect(found('mailto:ida@spam.example')).toBe('seen')
})
