import { anArticle, aSection } from '@/db/testing/a-paper'
import { expect, test } from './fixtures'

test('a section of 61 articles has three pages with addresses of their own', async ({ page, paper }) => {
  const section = await aSection()
  const hour = 3_600_000
  for (let age = 1; age <= 61; age += 1) {
    await anArticle({ sectionId: section.id, headline: `Story ${age}`, publishedAt: new Date(Date.now() - age * hour) })
  }
  await paper.invalidateAll()
  const path = `/sections/${section.slug}`
  const shown = async () =>
    page
      .getByRole('main')
      .getByRole('link', { name: /^Story \d+$/ })
      .allTextContents()

  await page.goto(path)
  expect(await shown()).toEqual(Array.from({ length: 30 }, (_, n) => `Story ${n + 1}`))
  await page.getByRole('link', { name: 'Page 3' }).click()
  await expect(page).toHaveURL(`${path}/3`)
  expect(await shown()).toEqual(['Story 61'])
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path}/3$`))

  expect((await page.request.get(`${path}/4`)).status()).toBe(404)
  for (const wrong of ['0', '01', '-1', 'two', '1e3', '99999999999']) {
    expect([wrong, (await page.request.get(`${path}/${wrong}`)).status()]).toEqual([wrong, 404])
  }
  const first = await page.request.get(`${path}/1`, { maxRedirects: 0 })
  expect([first.status(), first.headers().location]).toEqual([308, path])
})

test('a conversation of 31 first-level comments has two pages, and a comment’s address finds its page', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Everybody speaks' })
  const comments = []
  for (let no = 1; no <= 31; no += 1) comments.push(await paper.comment(article.id, `Speaker ${no}.`))
  await page.goto(article.path)
  await expect(page.getByText('Speaker 30.')).toBeVisible()
  await expect(page.getByText('Speaker 31.')).toHaveCount(0)
  await page.goto(`/comments/${comments.at(-1)?.id}`)
  await expect(page).toHaveURL(new RegExp(`${article.path}/comments/2#comment-`))
  await expect(page.getByText('Speaker 31.')).toBeVisible()
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${article.path}/comments/2$`))
})
