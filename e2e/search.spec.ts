import { expect, test } from './fixtures'

test('a reader searches from any page, narrows the search, and can pass its address on', async ({ page }) => {
  await page.goto('/archive')
  await page.getByRole('searchbox', { name: 'Search for keyword' }).fill('dredging')
  await page.getByRole('searchbox', { name: 'Search for keyword' }).press('Enter')
  await expect(page).toHaveURL(/\/search\?q=dredging$/)
  await expect(page.locator('.search-hits mark').first()).toBeVisible()

  await page.getByLabel('Section', { exact: true }).selectOption('harbour')
  await page.getByLabel('Order', { exact: true }).selectOption('newest')
  await page.locator('.search-form').getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/section=harbour/)
  const found = await page.locator('.search-hits li').count()
  await page.goto(page.url())
  expect(await page.locator('.search-hits li').count()).toBe(found)
  await expect(page.getByLabel('Section', { exact: true })).toHaveValue('harbour')
})

test('words are found in their other forms, and an excluded word excludes', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Weavers', text: 'The weavers were quarrelling about yarn.' })
  const only = (article.headline.split(' ')[1] ?? '').slice(0)
  const hit = page.locator('.search-hits').getByRole('link', { name: article.headline })
  await page.goto(`/search?q=${only}+quarrel`)
  await expect(hit).toBeVisible()
  await page.goto(`/search?q=${only}+-yarn`)
  await expect(hit).toHaveCount(0)
  await page.goto(`/search?q=%22quarrelling+about%22+${only}`)
  await expect(hit).toBeVisible()
})

test('no query breaks the search', { tag: '@once' }, async ({ request }) => {
  const hostile = [
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '"',
    ':*',
    ')(',
    '\\',
    '-'.repeat(150),
    '% _',
    '🧨'.repeat(40),
    '\u0000',
    'a'.repeat(5000),
  ]
  for (const q of hostile) {
    const answer = await request.get(`/search?q=${encodeURIComponent(q)}`)
    expect([q.slice(0, 20), answer.status()]).toEqual([q.slice(0, 20), 200])
    expect(await answer.text()).not.toContain('<script>alert')
  }
})
