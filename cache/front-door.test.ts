import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createTagClock } from './tag-clock.ts'
import { aForm, aFrontDoor, answering, emptyPage, page, remembering } from './testing/front-door.ts'

test('a stored page goes out for everyone to check, and nothing of it comes twice', async () => {
  const headers = { 'cache-control': 's-maxage=2592000, stale-while-revalidate=31536000', 'x-courant-tags': 'front' }
  const { knock } = await aFrontDoor(answering(200, page, headers))
  const first = await knock('/')
  const etag = String(first.headers.etag)

  expect(first).toMatchObject({ status: 200, text: page })
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'DENY',
  })
  expect(first.headers).not.toHaveProperty('x-courant-tags')
  expect(etag).toMatch(/^"[\w-]+"$/)
  expect(await knock('/', { headers: { 'if-none-match': `"old", W/${etag}` } })).toMatchObject({
    status: 304,
    text: '',
  })
  expect(await knock('/', { headers: { 'if-none-match': '"old"' } })).toMatchObject({ status: 200, text: page })
  expect(await knock('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '', headers: { etag } })
})

test('a page for one person is nobody’s to store, nor is one that sets a cookie', async () => {
  const own = await aFrontDoor(answering(200, page, { 'cache-control': 'private, no-cache, max-age=0' }))
  const cookie = await aFrontDoor(answering(200, page, { 'cache-control': 's-maxage=60', 'set-cookie': 'a=1' }))

  expect((await own.knock('/account')).headers).toMatchObject({ 'cache-control': 'private, no-store' })
  expect((await cookie.knock('/')).headers).toMatchObject({ 'cache-control': 'private, no-store' })
})

test('hashed assets keep their long life', async () => {
  const caching = 'public, max-age=31536000, immutable'
  const { knock } = await aFrontDoor(answering(200, 'x', { 'content-type': 'text/css', 'cache-control': caching }))
  const { headers } = await knock('/_next/static/a.css')

  expect(headers).toMatchObject({ 'cache-control': caching, 'x-content-type-options': 'nosniff' })
})

test('long text is compressed for who can take it, under an ETag of its own', async () => {
  const long = page.replace('Bridge', 'Bridge '.repeat(1000))
  const { port, knock } = await aFrontDoor(answering(200, long, { 'cache-control': 's-maxage=60' }))
  const plain = await knock('/', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } })
  const zipped = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': 'gzip' } })

  expect(plain).toMatchObject({ text: long, headers: { vary: 'Accept-Encoding' } })
  expect(plain.headers).not.toHaveProperty('content-encoding')
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(zipped.headers.get('etag')).not.toBe(plain.headers.etag)
  expect(await zipped.text()).toBe(long)
  expect(() => gunzipSync(plain.text)).toThrow()
})

test.each([
  [401, 'Please sign in'],
  [403, 'Not for you'],
  [404, 'Page not found'],
  [500, 'This page could not be shown'],
])('where Next answers %i with a page that nobody can read, ours is read instead', async (status, title) => {
  const { knock } = await aFrontDoor(answering(status, emptyPage))
  const { text, ...answer } = await knock('/articles/a')

  expect(answer).toMatchObject({ status, headers: { 'cache-control': 'no-store' } })
  expect(text).toContain(`<h1>${title}</h1>`)
  expect(text).toMatch(/Search for keyword[\s\S]*href="\/"/)
})

test('a page of ours keeps its words whatever its status, and an article may quote what Next writes', async () => {
  const missing = await aFrontDoor(answering(404, page))
  const quote = await aFrontDoor(answering(200, page.replace('Bridge', '&lt;html id="__next_error__"&gt;')))

  expect(await missing.knock('/articles/a')).toMatchObject({ status: 404, text: page })
  expect((await quote.knock('/articles/a')).text).toContain('reopens')
})

test('a redirect is passed on without the page under it, and headers that Next repeats once', async () => {
  const { knock } = await aFrontDoor((_request, response) => {
    response.writeHead(308, { 'content-type': 'text/html' })
    response.setHeader('location', ['/articles/new', '/articles/new'])
    response.setHeader('link', ['</a.woff2>; rel=preload', '</a.woff2>; rel=preload'])
    response.end(emptyPage)
  })
  const headers = { location: '/articles/new', link: '</a.woff2>; rel=preload' }
  expect(await knock('/articles/old')).toMatchObject({ status: 308, text: '', headers })
})

test('while the database is away the answer is 503 and says when to come back', async () => {
  const broken = answering(500, 'Internal Server Error', { 'content-type': 'text/plain' })
  const away = await aFrontDoor(broken, { isDatabaseReachable: async () => false })
  const there = await aFrontDoor(broken)

  expect(await away.knock('/')).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  expect(await there.knock('/')).toMatchObject({ status: 500 })
})

test('a page that does not come in time is 503, and the late answer goes nowhere', async () => {
  const { knock } = await aFrontDoor(
    (_request, response) => void setTimeout(() => answering(200, page)(_request, response as never), 200),
    { deadline: 50 },
  )
  const answer = await knock('/')
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  expect(answer.text).not.toContain('Bridge')
})

test('a handler that throws costs one answer, not the server', async () => {
  let times = 0
  const { knock } = await aFrontDoor((request, response) => {
    if (times++ === 0) throw new Error('a fault')
    answering(200, page)(request, response as never)
  })
  expect((await knock('/')).status).toBe(500)
  expect((await knock('/')).status).toBe(200)
})

test('/healthz needs neither the site nor the database', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next, { isDatabaseReachable: () => Promise.reject(new Error('asked')) })

  expect(await knock('/healthz')).toMatchObject({ status: 200, text: 'ok' })
  expect(asked).toEqual([])
})

test.each([
  ...['/%zz', '/%00', '/a%c0%af', '*', 'paper'],
  ...['/_next/../account', '/_next/%2e%2e/account', '/_next/%2E./account', '/_next/x/..%2f../account', '/a/./b', '/..'],
  ...['/_next\\..\\account', '/_next%5c..%5caccount'],
])('the address %s is no address', async (path) => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)

  expect(await knock(path)).toMatchObject({ status: 400 })
  expect(asked).toEqual([])
})

test.each(['/articles/what...', '/.well-known/x', '/sections/a..b'])(
  'dots within %s are letters of it',
  async (path) => {
    const { knock } = await aFrontDoor(answering(200, page))

    expect(await knock(path)).toMatchObject({ status: 200 })
  },
)

test.each(['/articles/nope,status:500', '/sections/town%2Cstatus:410', '/topics/a%2cuntil:1', '/members/x,front'])(
  '%s gives the page no tags: there is no such page',
  async (path) => {
    const { asked, next } = remembering()
    const { knock } = await aFrontDoor(next)

    expect(await knock(path)).toMatchObject({ status: 404 })
    expect(asked).toEqual([])
    expect(await knock('/search?q=bridge,ferry')).toMatchObject({ status: 200 })
  },
)

test('pages are read and posted to, nothing else; programs may do more under /api', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)

  expect(await knock('/', { method: 'DELETE' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
  expect(asked).toEqual([])
  expect(await knock('/api/viewer', { method: 'DELETE' })).toMatchObject({ status: 200 })
})

test('a request never gets a drawing that began before an invalidation', async () => {
  const clock = createTagClock()
  const began = clock.now()
  clock.invalidate(['comments:1'])
  let asked = 0
  const { knock } = await aFrontDoor(
    (request, response) => {
      const begun = asked++ === 0 ? began : clock.now()
      const headers = { 's-maxage': '1', 'x-courant-tags': 'front,comments:1', 'x-courant-begun': String(begun) }
      answering(200, asked === 1 ? 'with the comment' : page, headers)(request, response as never)
    },
    { clock },
  )
  expect((await knock('/')).text).toBe(page)
  expect(asked).toBe(2)
  expect((await knock('/')).text).toBe(page)
  expect(asked).toBe(3)
})

test('a page that is invalidated without end is still answered', async () => {
  const clock = createTagClock()
  const { knock } = await aFrontDoor(
    (request, response) => {
      const headers = { 'x-courant-tags': 'front', 'x-courant-begun': String(clock.now()) }
      clock.invalidate(['front'])
      answering(200, page, headers)(request, response as never)
    },
    { clock },
  )
  expect(await knock('/')).toMatchObject({ status: 200, text: page })
})

test('what is no page goes through as it comes', async () => {
  const { knock } = await aFrontDoor((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/x-component' })
    for (let part = 0; part < 100; part++) response.write('y'.repeat(10_000))
    response.end('end')
  })
  expect((await knock('/account')).text).toHaveLength(1_000_003)
})

test('a post by script gets what Next answers, also when it is an error', async () => {
  const { knock } = await aFrontDoor(answering(404, 'Server action not found.', { 'content-type': 'text/plain' }))
  const form = await aForm({ text: 'typed' })

  expect(await knock('/', { ...form, headers: { ...form.headers, 'next-action': '60ab' } })).toMatchObject({
    status: 404,
    text: 'Server action not found.',
  })
})
