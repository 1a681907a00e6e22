import { expect, test } from 'vitest'
import { storedAgent, wholeAgent } from './routes.ts'
import { aFrontDoor, remembering } from './testing/front-door.ts'

test('what a stranger says about hosts, addresses and our own headers does not reach the site', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  await knock('/account', {
    headers: {
      host: 'evil.example',
      forwarded: 'for=6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '6.6.6.6',
      'x-real-ip': '6.6.6.6',
      'x-courant-client': '6.6.6.6',
      'x-courant-tags': 'front',
      'x-middleware-subrequest': 'middleware',
      'x-prerender-revalidate': 'secret',
      'x-matched-path': '/moderation',
      'user-agent': 'Reader/1.0',
      cookie: 'session=1',
    },
  })

  expect(asked[0]?.headers).toMatchObject({
    host: 'paper.example',
    'x-forwarded-host': 'paper.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    'x-forwarded-for': '127.0.0.1',
    'x-courant-client': '127.0.0.1',
    'x-courant-user-agent': 'Reader/1.0',
    cookie: 'session=1',
  })
  for (const name of ['forwarded', 'x-real-ip', 'x-courant-tags', 'x-middleware-subrequest', 'x-matched-path']) {
    expect(asked[0]?.headers).not.toHaveProperty(name)
  }
  expect(JSON.stringify(asked[0]?.headers)).not.toMatch(/evil|6\.6\.6\.6|secret/)
})

test("a trusted proxy's word for the reader's address is taken", async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next, { isTrustedProxy: (address) => address === '127.0.0.1' })
  await knock('/account', { headers: { 'x-forwarded-for': '6.6.6.6, 198.51.100.1' } })

  expect(asked[0]?.headers['x-courant-client']).toBe('198.51.100.1')
})

test('stored pages are asked for with one User-Agent and no query, pages per request with another and theirs', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const headers = { 'user-agent': 'Googlebot/2.1' }
  const stored = ['/?utm_source=x', '/articles/a?x=1', '/moderation-log', '/members-only', '/articles/a/discussions']
  const perRequest = ['/search?q=a', '/articles/a/discussion?page=2', '/moderation', '/members/anna', '/%61ccount']
  for (const path of [...stored, ...perRequest]) await knock(path, { headers })

  const agents = asked.map((request) => request.headers['user-agent'])
  expect(agents).toEqual([...stored.map(() => storedAgent), ...perRequest.map(() => wholeAgent)])
  expect(asked.map(({ url }) => url)).toEqual([
    ...['/', '/articles/a', '/moderation-log', '/members-only', '/articles/a/discussions'],
    ...perRequest,
  ])
})
