import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createTagClock } from './tag-clock.ts'
import { aFrontDoor, answering, emptyPage, page } from './testing/front-door.ts'

const stored = { 'cache-control': 's-maxage=2592000', 'x-courant-tags': 'article:1,comments:1' }
const long = page.replace('Bridge', 'Bridge '.repeat(500))

/** An origin that counts, and answers what it is told to. Where it is held, its answers wait. */
function anOrigin(headers: Record<string, string> = stored) {
  const asked: IncomingMessage[] = []
  const waiting: (() => void)[] = []
  const origin = { asked, status: 200, text: page, headers, held: false, release: () => {} }
  origin.release = () => {
    origin.held = false
    for (const go of waiting.splice(0)) go()
  }
  const handler: RequestListener = async (incoming, response) => {
    asked.push(incoming)
    const { status, text, headers: own } = origin
    if (origin.held) await new Promise<void>((resolve) => waiting.push(resolve))
    answering(status, text, own)(incoming, response as ServerResponse & { req: IncomingMessage })
  }
  return Object.assign(origin, { handler })
}

test('a page is drawn once and given to everyone, until a tag of it is invalidated', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock })
  await knock('/articles/a')
  origin.text = page.replace('reopens', 'is closed again')
  expect((await knock('/articles/a')).text).toContain('reopens')
  expect(origin.asked).toHaveLength(1)

  clock.invalidate(['article:2'])
  expect((await knock('/articles/a')).text).toContain('reopens')
  clock.invalidate(['comments:1'])
  expect((await knock('/articles/a')).text).toContain('is closed again')
  expect(origin.asked).toHaveLength(2)
})

test('what the site hears of a page says nothing of who asked for it', async () => {
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler)
  const headers = {
    cookie: 'courant-session=secret',
    'accept-language': 'fr',
    'user-agent': 'Bingbot',
    'x-forwarded-for': '203.0.113.7',
    host: 'elsewhere.example',
  }
  await knock('/articles/a?utm_source=letter', { headers })

  expect(origin.asked[0]).toMatchObject({ url: '/articles/a', method: 'GET' })
  expect(origin.asked[0]?.headers).toMatchObject({ host: 'paper.example', 'user-agent': 'courant-stored' })
  const heard = JSON.stringify(origin.asked[0]?.headers)
  for (const own of ['secret', 'fr', 'Bingbot', '203.0.113.7', 'elsewhere']) expect(heard).not.toContain(own)
})

test('campaign marks, crawlers, HEAD and impatient browsers get the stored page', async () => {
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler)
  const first = await knock('/articles/a')
  const others = await Promise.all([
    knock('/articles/a?utm_source=letter'),
    knock('/articles/a', { headers: { 'user-agent': 'Twitterbot/1.0' } }),
    knock('/articles/a', { headers: { 'cache-control': 'no-cache', pragma: 'no-cache' } }),
    knock('/articles/a', { headers: { cookie: 'courant-session=x' } }),
  ])
  for (const other of others) expect(other.text).toBe(first.text)
  expect(await knock('/articles/a', { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
    headers: { etag: first.headers.etag, 'content-length': first.headers['content-length'] },
  })
  expect(origin.asked).toHaveLength(1)
})

test.each([
  ['a cookie', { ...stored, 'set-cookie': 'a=1' }],
  ['no word that it is for everyone', { 'cache-control': 'private, no-cache' }],
  ['no-store', { 'cache-control': 'no-store, s-maxage=60' }],
  ['a Vary that knows no bounds', { ...stored, vary: '*' }],
  ['a Vary on who asks', { ...stored, vary: 'Cookie' }],
])('an answer with %s is not stored', async (_what, headers) => {
  const origin = anOrigin(headers)
  const { knock } = await aFrontDoor(origin.handler)
  await knock('/articles/a')
  await knock('/articles/a')
  expect(origin.asked).toHaveLength(2)
})

test('a request with Authorization is answered by the site itself, and neither fills nor empties the store', async () => {
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler)
  const headers = { authorization: 'Basic x' }
  await knock('/articles/a', { headers })
  await knock('/articles/a')
  await knock('/articles/a', { headers })
  expect(origin.asked).toHaveLength(3)
})

test('what Next’s router asks for never mixes with pages', async () => {
  const handler: RequestListener = (incoming, response) =>
    incoming.headers.rsc
      ? answering(200, '0:"payload"', { ...stored, 'content-type': 'text/x-component' })(incoming, response as never)
      : answering(200, page, stored)(incoming, response as never)
  const { knock } = await aFrontDoor(handler)
  const router = { headers: { rsc: '1', 'next-router-prefetch': '1' } }

  expect((await knock('/articles/a', router)).text).toContain('payload')
  expect((await knock('/articles/a')).text).toBe(page)
  expect((await knock('/articles/a', router)).text).toContain('payload')
  expect((await knock('/articles/a?_rsc=1')).text).toBe(page)
})

test('many who ask at once for a page cost one drawing', async () => {
  const origin = anOrigin()
  origin.held = true
  const { knock } = await aFrontDoor(origin.handler)
  const knocking = Array.from({ length: 50 }, () => knock('/articles/a'))
  await expect.poll(() => origin.asked.length).toBe(1)
  await pause(50)
  origin.release()

  expect((await Promise.all(knocking)).every(({ text }) => text === page)).toBe(true)
  expect(origin.asked).toHaveLength(1)
})

test('a drawing during which a comment in it is hidden is not stored, and nobody who asks afterwards is given it', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  origin.held = true
  const { knock } = await aFrontDoor(origin.handler, { clock })
  const before = knock('/articles/a')
  await expect.poll(() => origin.asked.length).toBe(1)
  clock.conceal(['comments:1'])
  origin.text = page.replace('reopens', 'without the comment')
  const after = knock('/articles/a')
  await expect.poll(() => origin.asked.length).toBe(2)
  origin.release()

  expect((await before).text).toContain('reopens')
  expect((await after).text).toContain('without the comment')
  expect((await knock('/articles/a')).text).toContain('without the comment')
})

test('where the site answers with what it began before an invalidation, it is asked again', async () => {
  const clock = createTagClock()
  const begun = clock.now()
  clock.invalidate(['article:1'])
  const answers = [
    answering(200, page, { ...stored, 'x-courant-begun': String(begun) }),
    answering(200, page.replace('reopens', 'newer'), stored),
  ]
  const { knock } = await aFrontDoor((...given) => answers.shift()?.(...given), { clock })

  expect((await knock('/articles/a')).text).toContain('newer')
  expect(answers).toHaveLength(0)
})

test('a page goes on being given that is invalidated faster than it can be drawn', async () => {
  const clock = createTagClock()
  const { knock } = await aFrontDoor(
    (incoming, response) => {
      setTimeout(() => answering(200, page, stored)(incoming, response as never), 30)
    },
    { clock },
  )
  const invalidating = setInterval(() => clock.invalidate(['comments:1']), 5)
  onTestFinished(() => clearInterval(invalidating))
  for (let time = 0; time < 5; time++) expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })
})

test('a page whose time comes is drawn anew from that moment on', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  const origin = anOrigin({ ...stored, 'x-courant-tags': `front,until:${Date.now() + 5000}` })
  const { knock } = await aFrontDoor(origin.handler)
  await knock('/')
  origin.headers = stored
  origin.text = page.replace('reopens', 'on time')
  vi.advanceTimersByTime(4999)
  expect((await knock('/')).text).toContain('reopens')
  vi.advanceTimersByTime(1)
  expect((await knock('/')).text).toContain('on time')
})

test('a page past its freshness is served once more while it is drawn anew, within the time that allows it', async () => {
  const caching = { ...stored, 'cache-control': 's-maxage=60, stale-while-revalidate=60' }
  const drawn = (secondsAgo: number) => ({ ...caching, 'x-courant-begun': String(Date.now() - secondsAgo * 1000) })
  const origin = anOrigin(drawn(61))
  const { knock } = await aFrontDoor(origin.handler)
  await knock('/')
  await knock('/late')
  Object.assign(origin, { headers: caching, text: page.replace('reopens', 'newer') })
  expect((await knock('/')).text).toContain('reopens')
  await expect.poll(async () => (await knock('/')).text).toContain('newer')
  expect(origin.asked).toHaveLength(3)

  Object.assign(origin, { headers: drawn(121) })
  await knock('/too-late')
  origin.text = page.replace('reopens', 'newest')
  expect((await knock('/too-late')).text).toContain('newest')
})

test('an answer says how old it is', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  const { knock } = await aFrontDoor(answering(200, page, stored))
  await knock('/')
  vi.advanceTimersByTime(7500)
  expect((await knock('/')).headers.age).toBe('7')
})

test('each encoding is made once and has an ETag of its own, and any of them is known again', async () => {
  const { port, knock } = await aFrontDoor(answering(200, long, stored))
  const raw = (accept: string) =>
    new Promise<{ encoding: string | undefined; etag: string; bytes: Buffer }>((resolve) =>
      request({ port, host: '127.0.0.1', path: '/', headers: { 'accept-encoding': accept } }, async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk)
        const { 'content-encoding': encoding, etag = '' } = answer.headers
        resolve({ encoding, etag, bytes: Buffer.concat(chunks) })
      }).end(),
    )
  const [br, gzip, plain] = [await raw('gzip, deflate, br'), await raw('gzip, br;q=0'), await raw('identity')]

  expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined])
  expect(brotliDecompressSync(br.bytes).toString()).toBe(long)
  expect(gunzipSync(gzip.bytes).toString()).toBe(long)
  expect(plain.bytes.toString()).toBe(long)
  expect(new Set([br.etag, gzip.etag, plain.etag]).size).toBe(3)
  for (const { etag } of [br, gzip, plain]) {
    const again = await knock('/', { headers: { 'if-none-match': etag } })
    expect(again).toMatchObject({ status: 304, text: '', headers: { vary: 'Accept-Encoding' } })
    expect(again.headers).not.toHaveProperty('content-length')
  }
})

test('a page that is read often gets smaller bytes, under another ETag, and who has the old ones need not load it', async () => {
  const text = Array.from({ length: 3000 }, (_, i) => `line ${i * 7919} of a long story`).join('\n')
  const { knock } = await aFrontDoor(answering(200, text, stored))
  const headers = { 'accept-encoding': 'br' }
  const first = await knock('/', { headers })
  const size = async () => Number((await knock('/', { headers })).headers['content-length'])
  await expect.poll(size, { timeout: 10_000, interval: 5 }).toBeLessThan(Number(first.headers['content-length']))

  const better = await knock('/', { headers })
  expect(better.headers.etag).not.toBe(first.headers.etag)
  const again = await knock('/', { headers: { ...headers, 'if-none-match': String(first.headers.etag) } })
  expect(again.status).toBe(304)
})

test('while nothing can be drawn the old page is shown, and a concealed one is not', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock, isDatabaseReachable: async () => false })
  await knock('/articles/a')
  Object.assign(origin, { status: 500, text: emptyPage, headers: {} })
  clock.invalidate(['comments:1'])
  expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })
  const asked = origin.asked.length
  expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })
  expect(origin.asked.length, 'asked again at once').toBe(asked)

  clock.conceal(['comments:1'])
  const concealed = await knock('/articles/a')
  expect(concealed).toMatchObject({ status: 503, headers: { 'retry-after': '30', 'cache-control': 'no-store' } })
  expect(concealed.text).not.toContain('reopens')
})

test('what changes just after a page could not be drawn is on it at the next request', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock, isDatabaseReachable: async () => false })
  await knock('/articles/a')
  Object.assign(origin, { status: 500, text: emptyPage, headers: {} })
  clock.invalidate(['comments:1'])
  expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })

  Object.assign(origin, { status: 200, text: page.replace('reopens', 'has a comment'), headers: stored })
  clock.invalidate(['comments:1'])
  expect((await knock('/articles/a')).text).toContain('has a comment')
})

test('an old page is not shown where a newer answer says that it is gone', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock })
  await knock('/articles/a')
  clock.invalidate(['article:1'])
  Object.assign(origin, { status: 410, text: page.replace('reopens', 'was withdrawn') })
  expect(await knock('/articles/a')).toMatchObject({ status: 410 })
  clock.invalidate(['article:1'])
  Object.assign(origin, { status: 500, text: emptyPage, headers: {} })
  expect((await knock('/articles/a')).status).toBe(500)
})

test('errors are not stored', async () => {
  const origin = anOrigin()
  Object.assign(origin, { status: 500, text: emptyPage, headers: {} })
  const { knock } = await aFrontDoor(origin.handler)
  expect((await knock('/articles/a')).status).toBe(500)
  Object.assign(origin, { status: 200, text: page, headers: stored })
  expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })
})

test('a page that was missing is there when it is published, and addresses that guessers try push no page out', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock, room: 2 ** 21 })
  await knock('/')
  // So long, and so little to be compressed, that some hundred of them are more than there is room for.
  const missing = page.replace('Bridge', randomBytes(10_000).toString('hex'))
  Object.assign(origin, { status: 404, text: missing, headers: { ...stored, 'x-courant-tags': 'slug:a' } })
  expect((await knock('/articles/a')).status).toBe(404)
  for (let guess = 0; guess < 300; guess++) await knock(`/articles/${guess}`, { headers: { 'accept-encoding': 'br' } })
  Object.assign(origin, { status: 200, text: page, headers: stored })
  const asked = origin.asked.length
  await knock('/')
  expect(origin.asked.length).toBe(asked)

  clock.invalidate(['slug:a'])
  expect((await knock('/articles/a')).status).toBe(200)
})

test('a reader who leaves does not end a drawing that others wait for', async () => {
  const origin = anOrigin()
  origin.held = true
  const { port, knock } = await aFrontDoor(origin.handler)
  const leaving = request({ port, host: '127.0.0.1', path: '/articles/a' }).on('error', () => {})
  leaving.end()
  await expect.poll(() => origin.asked.length).toBe(1)
  const staying = knock('/articles/a')
  await pause(30)
  leaving.destroy()
  await pause(30)
  origin.release()

  expect(await staying).toMatchObject({ status: 200, text: page })
  expect(origin.asked).toHaveLength(1)
})

test('a drawing that breaks off half-way is neither stored nor sent as if it were whole', async () => {
  let breaks = true
  const { knock } = await aFrontDoor((incoming, response) => {
    if (!breaks) return answering(200, page, stored)(incoming, response as never)
    response.writeHead(200, { 'content-type': 'text/html', ...stored })
    response.write(page.slice(0, 40))
    throw new Error('broke off')
  })
  const broken = await knock('/articles/a')
  expect(broken.status).toBe(500)
  expect(broken.text).not.toContain('<body><main>Br')
  breaks = false
  expect(await knock('/articles/a')).toMatchObject({ status: 200, text: page })
})

test('a crowd that asks for what is not stored is told at once to come back, and gets old pages where there are any', async () => {
  const clock = createTagClock()
  const origin = anOrigin()
  const { knock } = await aFrontDoor(origin.handler, { clock })
  await knock('/articles/known')
  clock.invalidate(['article:1'])
  origin.held = true
  const crowd = Array.from({ length: 80 }, (_, i) => knock(`/articles/${i}`))
  await expect.poll(async () => (await Promise.race([...crowd, pause(200, undefined)]))?.status).toBe(503)
  const started = performance.now()
  const turnedAway = await knock('/articles/one-more')
  expect(turnedAway).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  expect(performance.now() - started).toBeLessThan(1000)
  expect(await knock('/articles/known')).toMatchObject({ status: 200, text: page })
  origin.release()
  await Promise.all(crowd)
})

test('pictures are stored beside the pages, as their addresses never change', async () => {
  const caching = 'public, max-age=31536000, immutable'
  const origin = anOrigin({ 'cache-control': caching, 'content-type': 'image/webp', 'x-courant-tags': 'picture:1' })
  const { knock } = await aFrontDoor(origin.handler)
  const { etag } = (await knock('/media/1-320.webp')).headers
  expect(await knock('/media/1-320.webp?x')).toMatchObject({ status: 200, headers: { 'cache-control': caching } })
  expect((await knock('/media/1-320.webp', { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304)
  expect(origin.asked).toHaveLength(1)
})
