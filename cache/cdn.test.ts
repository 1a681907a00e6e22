import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createPurger, everything } from './cdn.ts'
import { createTagClock } from './tag-clock.ts'
import { aFrontDoor, answering, page } from './testing/front-door.ts'

/** Something that is purged: it remembers what it was told, and fails as often as it is asked to. */
async function aCdn({ failing = 0 } = {}) {
  const told: { method: string | undefined; headers: IncomingHttpHeaders; body: unknown }[] = []
  const cdn = { told, failing, url: '' }
  const server = createServer(async (request, response) => {
    const body = await json(request)
    response.statusCode = cdn.failing-- > 0 ? 500 : 200
    if (response.statusCode === 200) told.push({ method: request.method, headers: request.headers, body })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  cdn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`
  return cdn
}

function aPurger(settings: Parameters<typeof createPurger>[0]) {
  const purger = createPurger(settings)
  onTestFinished(() => purger.close())
  return purger
}

const tagsTold = ({ told }: Awaited<ReturnType<typeof aCdn>>) =>
  told.flatMap(({ headers }) => String(headers['surrogate-key']).split(' '))

test('what is invalidated is purged, gathered, and with what proves that it is ours', async () => {
  const cdn = await aCdn()
  const clock = createTagClock()
  const header = { name: 'Authorization', value: 'Bearer x' }
  const purger = aPurger({ url: cdn.url, method: 'PURGE', header })
  clock.onInvalidation(({ tags = [everything] }) => purger.purge(tags))
  clock.invalidate(['article:1', 'front'])
  clock.conceal(['comments:1'])

  await expect.poll(() => cdn.told).toHaveLength(1)
  expect(cdn.told[0]).toMatchObject({
    method: 'PURGE',
    headers: { 'surrogate-key': 'article:1 front comments:1', authorization: 'Bearer x' },
    body: { tags: ['article:1', 'front', 'comments:1'] },
  })
})

test('a CDN that does not answer is told again until it has heard', async () => {
  const cdn = await aCdn({ failing: 2 })
  const purger = aPurger({ url: cdn.url, method: 'POST' })
  purger.purge(['front'])
  purger.purge(['article:1'])
  await expect.poll(() => tagsTold(cdn), { timeout: 10_000 }).toEqual(['front', 'article:1'])
})

test('many tags go in several requests, and too many as everything', async () => {
  const cdn = await aCdn()
  const purger = aPurger({ url: cdn.url, method: 'POST' })
  purger.purge(Array.from({ length: 70 }, (_, i) => `article:${i}`))
  await expect.poll(() => tagsTold(cdn)).toHaveLength(70)
  expect(cdn.told).toHaveLength(3)
  purger.purge(Array.from({ length: 4000 }, (_, i) => `article:${i}`))
  await expect.poll(() => tagsTold(cdn).slice(70)).toEqual(['site'])
})

test('where some invalidations may have been missed, everything is purged', async () => {
  const cdn = await aCdn()
  const clock = createTagClock()
  const purger = aPurger({ url: cdn.url, method: 'POST' })
  clock.onInvalidation(({ tags = [everything] }) => purger.purge(tags))
  clock.concealAll()
  await expect.poll(() => tagsTold(cdn)).toEqual(['site'])
})

test('a page says for how long a CDN may keep it, cut to what is scheduled, and its names', async () => {
  const begun = Date.now()
  const tags = `article:1,_N_T_/articles/a,until:${begun + 90_500}`
  const stored = { 'cache-control': 's-maxage=2592000', 'x-courant-tags': tags, 'x-courant-begun': String(begun) }
  const { knock } = await aFrontDoor(answering(200, page, stored), { forCdn: true })
  expect((await knock('/articles/a')).headers).toMatchObject({
    'cache-control': 'public, max-age=0, s-maxage=90',
    'surrogate-key': 'site article:1',
    'cache-tag': 'site,article:1',
  })
})

test('pages that are missing, or for one person, are not for a CDN', async () => {
  const missing = await aFrontDoor(answering(404, page, { 'cache-control': 's-maxage=60' }), { forCdn: true })
  const own = await aFrontDoor(answering(200, page), { forCdn: true })
  for (const { headers } of [await missing.knock('/articles/a'), await own.knock('/account')]) {
    expect(headers).not.toHaveProperty('surrogate-key')
    expect(String(headers['cache-control'])).not.toContain('s-maxage')
  }
})
