import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Presses Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`not reached by Tab: ${wanted}`)
}

test('the first Tab offers to skip the masthead', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Straight to the text' })
  await page.goto(article.path)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('header.masthead'))).toBeNull()
})

test('a member comments and likes by keyboard alone', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Without a mouse' })
  await paper.signIn('moderator')
  await page.goto(article.path)
  await tabTo(page, page.getByLabel('Comment', { exact: true }))
  await page.keyboard.type('Typed only.')
  await tabTo(page, page.getByRole('button', { name: 'Post comment' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Typed only.')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Like (0)', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Like (1)', exact: true })).toBeVisible()
})

test('a reader searches and opens a hit by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('searchbox', { name: 'Search for keyword' }))
  await page.keyboard.type('eelgrass')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search\?q=eelgrass/)
  await tabTo(page, page.locator('.search-hits').getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/articles\//)
})

test('a moderator approves by keyboard alone', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Waiting below' })
  const held = await paper.comment(article.id, 'Let me in.', { standing: 'held' })
  await paper.signIn('moderator')
  await page.goto(`/moderation/comments/${held.id}`)
  await tabTo(page, page.getByRole('button', { name: /^Approve/ }).first())
  await page.keyboard.press('Enter')
  await expect(async () => {
    expect(await (await page.request.get(article.path)).text()).toContain('Let me in.')
  }).toPass({ timeout: 10_000 })
})

test('an editor writes and saves by keyboard alone', async ({ page, paper }) => {
  await paper.signIn('editor')
  await page.goto('/newsroom/articles/new')
  await tabTo(page, page.getByLabel('Headline', { exact: true }))
  await page.keyboard.type('Keys only')
  await tabTo(page, page.getByLabel('Text', { exact: true }))
  await page.keyboard.type('Every word of it.')
  await tabTo(page, page.getByLabel('Section', { exact: true }))
  await page.keyboard.type('Town')
  await tabTo(page, page.getByRole('button', { name: 'Save', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Draft: readers see nothing of it.')).toBeVisible()
})
