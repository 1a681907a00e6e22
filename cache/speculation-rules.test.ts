import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kindOfRoute } from './routes.ts'
import { rules } from './speculation-rules.ts'
import { aFrontDoor, answering } from './testing/front-door.ts'

const drawn = '<!DOCTYPE html><html><head></head><body><p>Bridge reopens</p></body></html>'
const stored = { 'cache-control': 's-maxage=60' }

/** Whether a browser may fetch an address before it is asked for it: by the standard's own patterns. */
function mayBePrefetched(address: string) {
  const site = 'https://paper.example'
  const matches = (pattern: string) => new URLPattern(pattern, site).test(address, site)
  return rules.prefetch.some(({ where: { and } }) =>
    and.every((condition) =>
      condition.not ? !condition.not.href_matches.some(matches) : matches(condition.href_matches),
    ),
  )
}

const routes = globSync('app/**/{page.tsx,route.ts,robots.ts}', { cwd: new URL('..', import.meta.url) })
const addressOf = (file: string) =>
  file
    .replace(/^app|\/(page\.tsx|route\.ts)$/g, '')
    .replace(/robots\.ts$/, 'robots.txt')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[[^\]]+\]/g, 'x') || '/'
/** A page of a sitemap, a picture and the lines of the public log have a name with an ending. */
const named = (address: string) =>
  address.replace(/^(\/sitemaps\/x|\/media\/x)$/, '$1.xml').replace(/^(\/moderation-log\/reports\/x\/x)$/, '$1.json')

test.each(routes)('%s is fetched early only where it is a page that is the same for everyone', (file) => {
  const address = named(addressOf(file))
  const isStoredPage = file.endsWith('/page.tsx') && kindOfRoute(address) === 'stored'
  expect(mayBePrefetched(address)).toBe(isStoredPage)
  expect(mayBePrefetched(`${address}?q=a#b`)).toBe(isStoredPage)
})

test('nothing of another site is fetched early, nor what is no page', () => {
  for (const address of ['https://evil.example/', '//evil.example/a', 'mailto:a@example.org'])
    expect(mayBePrefetched(address)).toBe(false)
  for (const address of ['/readyz', '/metrics', '/enhance/0a.js', '/speculation-rules.json', '/sitemap.xml'])
    expect(mayBePrefetched(address)).toBe(false)
  expect(mayBePrefetched('/articles/on-the-discussion')).toBe(true)
  expect(mayBePrefetched('/moderation-log')).toBe(true)
})

test('a document names the rules, and a browser gets them under their type', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn, stored))

  expect((await knock('/')).headers['speculation-rules']).toBe('"/speculation-rules.json"')
  expect((await knock('/moderation')).headers).not.toHaveProperty('speculation-rules')
  const { status, headers, text } = await knock('/speculation-rules.json')
  expect([status, headers['content-type']]).toEqual([200, 'application/speculationrules+json'])
  expect(JSON.parse(text)).toEqual(rules)
})

test('who fetches a page early gets the stored bytes', async () => {
  let times = 0
  const { knock } = await aFrontDoor((request, response) => {
    times += 1
    answering(200, drawn, stored)(request, response as never)
  })
  const early = await knock('/', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } })
  const later = await knock('/')

  expect(early).toMatchObject({ status: 200, text: drawn, headers: { etag: later.headers.etag } })
  expect(later.text).toBe(drawn)
  expect(times).toBe(1)
})
