import { expect, test } from './fixtures'

test('a reader goes from the front page to its first article', async ({ page }) => {
  await page.goto('/')
  const lead = page.locator('.card-lead').getByRole('link')
  const headline = (await lead.textContent()) ?? ''
  await lead.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
})

test('an article leads to its section, topics, author and month, and each leads back', async ({ page }) => {
  const article = '/articles/eelgrass-returns'
  for (const place of ['.kicker a', '.topics a', '.byline a']) {
    await page.goto(article)
    const headline = (await page.locator('h1').textContent()) ?? ''
    await page.locator(place).first().click()
    await expect(page.getByRole('link', { name: headline }).first(), place).toBeVisible()
  }
  await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click()
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Archive')
})

test('a reader sets no cookie and asks no other site', async ({ page, context }) => {
  for (const path of [
    '/',
    '/sections/town',
    '/articles/dredging-invoices',
    '/archive',
    '/search?q=ferry',
    '/articles/dredging-invoices/discussion',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.headers()['set-cookie'], path).toBeUndefined()
  }
  expect(await context.cookies()).toEqual([])
})

test('an article shows its conversation under the labels that people look for', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Harbour bridge reopens' })
  await page.goto(article.path)
  await expect(page.getByText('Total Comments (0)')).toBeVisible()
  await expect(page.getByText('Comments About This Article')).toBeVisible()
  await expect(page.getByText('Please fill the fields below.')).toBeVisible()
  for (const label of ['Name', 'E-mail', 'Comment', 'Confirmation code']) {
    await expect(page.getByLabel(label, { exact: true })).toBeVisible()
  }
  await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Like (0)', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Dislike (0)', exact: true })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search for keyword' }).first()).toBeVisible()
})

test('an address that leads nowhere answers 404, with words and a search field', async ({ page }) => {
  for (const path of [
    '/nowhere',
    '/articles/nowhere',
    '/sections/nowhere',
    '/sections/town/99',
    '/archive/1999/01',
    '/comments/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByRole('searchbox').first(), path).toBeVisible()
  }
})

test('what can be no address of an article answers 404, whatever it says', { tag: '@once' }, async ({ request }) => {
  for (const path of ['/articles/nope,status:500', '/articles/nope%2Cstatus:410', `/articles/${'x'.repeat(300)}`]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
  }
})

test('a withdrawn article answers 410 with its reason, and leaves the lists', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Mayor seen on the moon' })
  await page.goto('/')
  await expect(page.getByRole('link', { name: article.headline })).toBeVisible()
  await paper.withdraw(article.id, 'It was not the mayor.')

  const answer = await page.goto(article.path)
  expect(answer?.status()).toBe(410)
  await expect(page.getByText('It was not the mayor.')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: article.headline })).toHaveCount(0)
})

test('an article that has moved leads to its new address', { tag: '@once' }, async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'The quay is repaired' })
  const former = await paper.formerAddress(article.id)
  const answer = await page.request.get(former, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([308, article.path])
})

test('a scheduled article comes out at its second, with no job', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Regatta opens', publishedAt: new Date(Date.now() + 8_000) })
  await paper.invalidateAll()
  expect((await page.goto(article.path))?.status()).toBe(404)
  await page.goto('/')
  await expect(page.getByRole('link', { name: article.headline })).toHaveCount(0)
  await expect(async () => {
    expect((await page.goto(article.path))?.status()).toBe(200)
  }).toPass({ timeout: 15_000 })
  await page.goto('/')
  await expect(page.getByRole('link', { name: article.headline })).toBeVisible()
})
