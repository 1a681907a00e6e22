import { sql } from 'drizzle-orm'
import { invalidate, tags } from '@/db/invalidate'
import { db, expect, test } from './fixtures'

test('a headline changed by plain SQL is on every page at the next request', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Tunnel' })
  const reworded = `${article.headline.replace('Tunnel ', '')} reopened`
  const paths = [article.path, '/', '/search?q=tunnel&sort=newest', '/feed.xml', `/sections/${article.section.slug}`]
  const textOf = async (path: string) => (await page.request.get(path)).text()
  await expect.poll(async () => (await textOf('/')).includes(article.slug), { timeout: 10_000 }).toBe(true)
  for (const path of paths) {
    const text = await textOf(path)
    expect(text.includes(article.slug), path).toBe(true)
    expect(text.includes(reworded), path).toBe(false)
  }
  await db.execute(sql`update article_version set headline = headline || ' reopened' where article_id = ${article.id}`)
  await db.transaction((tx) => invalidate(tx, [tags.article(article.id), tags.wire], 'now'))
  // Once the site has heard of it, no page is served as it was.
  await expect.poll(async () => (await textOf(article.path)).includes(reworded), { timeout: 10_000 }).toBe(true)
  for (const path of paths) expect((await textOf(path)).includes(reworded), path).toBe(true)
})

test('Bingbot, Twitterbot and facebookexternalhit get the bytes that everybody gets', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Aqueduct measured' })
  const get = async (agent: string) =>
    (await page.request.get(article.path, { headers: { 'User-Agent': agent } })).text()
  const people = await get('Mozilla/5.0 (X11; Linux x64) Firefox/140.0')
  for (const bot of ['Mozilla/5.0 (compatible; bingbot/2.0)', 'Twitterbot/1.0', 'facebookexternalhit/1.1'])
    expect(await get(bot), bot).toBe(people)
})

test('a page tells crawlers its address, its picture and what it is', async ({ page }) => {
  await page.goto('/articles/dredging-invoices?utm_source=letter')
  const address = new URL('/articles/dredging-invoices', page.url()).href
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', address)
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/media\/.+\.webp$/)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /max-image-preview:large/)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '')
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    headline: (await page.locator('h1').textContent()) ?? '',
    isAccessibleForFree: true,
  })
  expect(data.author[0].url).toMatch(/\/authors\//)
  expect(data.commentCount).toBe(
    Number(/\((\d+)\)/.exec((await page.locator('#conversation').textContent()) ?? '')?.[1]),
  )
})

test('the discussion, the search and the reports are closed to crawlers', async ({ page }) => {
  for (const path of ['/articles/dredging-invoices/discussion', '/search?q=ferry']) {
    await page.goto(path)
    await expect(page.locator('meta[name=robots]').first(), path).toHaveAttribute('content', /noindex/)
  }
  const robots = await (await page.request.get('/robots.txt')).text()
  for (const closed of ['/search', '/moderation', '/newsroom', '/account', '/api'])
    expect(robots).toContain(`Disallow: ${closed}`)
})

test('the sitemap lists what is out, and nothing else', { tag: '@once' }, async ({ page, paper }) => {
  const shown = await paper.publish({ headline: 'Canal widened' })
  const later = await paper.publish({ headline: 'Canal narrowed', publishedAt: new Date(Date.now() + 3_600_000) })
  await paper.invalidateAll()
  const index = await (await page.request.get('/sitemap.xml')).text()
  const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '')
  const all = (await Promise.all(maps.map(async (address) => (await page.request.get(address)).text()))).join('')
  expect(all).toContain(shown.path)
  expect(all).not.toContain(later.path)
})

test('the feed is RSS with the newest article, and leaves a withdrawn one out', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Lock keeper retires' })
  const feed = async () => (await page.request.get('/feed.xml')).text()
  expect(await feed()).toContain(article.headline)
  await paper.withdraw(article.id, 'She stays.')
  // Withdrawn by another process, as on another node.
  await expect.poll(async () => (await feed()).includes(article.headline), { timeout: 5_000 }).toBe(false)
})

test('HEAD and a validator save the reader the body', { tag: '@once' }, async ({ page }) => {
  const first = await page.request.get('/articles/dredging-invoices')
  const again = await page.request.get('/articles/dredging-invoices', {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  const head = await page.request.head('/articles/dredging-invoices')
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
})
