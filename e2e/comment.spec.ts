import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { comment } from '@/db/schema'
import { db, expect, test } from './fixtures'

test('a member comments under an article and sees it there', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Ferry runs again' })
  await paper.signIn('moderator', 'Nora Quill')
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('About *time*.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'About time.' })).toBeVisible()

  await page.goto(article.path)
  await expect(page.getByText('Total Comments (1)')).toBeVisible()
  await expect(page.locator('.comment-text em')).toHaveText('time')
})

test('the first comment of a new member waits, and only its author sees it', async ({ page, paper, browser }) => {
  const article = await paper.publish({ headline: 'Bakery closes' })
  await paper.signIn('member')
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('I will miss the buns.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Your comment waits for a moderator.')).toBeVisible()
  await expect(page.getByText('I will miss the buns.')).toBeVisible()

  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  for (const path of [article.path, `${article.path}/discussion`]) {
    await other.goto(path)
    await expect(other.getByText('Total Comments (0)')).toBeVisible()
    await expect(other.getByText('I will miss the buns.')).toHaveCount(0)
  }
  await other.context().close()
})

test('a guest copies the code, is held, changes the text, and takes the comment back', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Dredger leaves' })
  await page.goto(article.path)
  await page.getByLabel('Name', { exact: true }).fill('Ida Quayle')
  await page.getByLabel('E-mail', { exact: true }).fill('ida@example.org')
  await page.getByLabel('Comment', { exact: true }).fill('Good riddance.')
  await page.getByRole('button', { name: 'Show code' }).click()

  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('Good riddance.')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ida Quayle')
  const picture = await page.request.get((await page.locator('img.code').getAttribute('src')) ?? '')
  expect(picture.headers()['content-type']).toBe('image/png')
  await page.getByLabel('Confirmation code').fill((await paper.codeOnPage()).toLowerCase())
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Your comment waits for a moderator.')).toBeVisible()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Change your comment').fill('Good riddance, and thanks.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Good riddance, and thanks.')).toBeVisible()
  await page.locator('summary').filter({ hasText: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete this comment for everybody' }).click()
  await expect(page.locator('.undelete')).toContainText('Your comment is deleted.')
  await expect(page.getByText('Good riddance, and thanks.')).toHaveCount(0)
})

test('a member changes a comment that readers see, deletes it, takes that back, and is too late for more', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Pier mended' })
  const person = await paper.signIn('moderator')
  const own = await paper.comment(article.id, 'It stands', { memberId: person.id })
  await paper.comment(article.id, 'Does it?', { parent: own })
  await page.goto(`${article.path}/discussion`)
  const shown = page.locator(`#comment-${own.id}`)
  const field = page.getByLabel('Change your comment')
  const button = (name: string) =>
    page.locator('form').filter({ has: field }).getByRole('button', { name, exact: true })
  await shown.getByRole('link', { name: 'Edit' }).click()
  await field.fill('It **holds**.')
  await button('Preview').click()
  await expect(page.locator('.preview strong')).toHaveText('holds')
  await expect(field).toHaveValue('It **holds**.')
  await button('Save').click()
  await expect(shown.locator('.comment-text strong')).toHaveText('holds')
  await expect(shown.locator('.edited time')).toBeVisible()
  await shown.locator('summary').filter({ hasText: 'What you wrote before' }).click()
  await expect(shown.getByText('It stands')).toBeVisible()

  await shown.locator('summary').filter({ hasText: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete this comment for everybody' }).click()
  await expect(page.locator('.undelete')).toContainText('Your comment is deleted.')
  await expect(page.getByText('Does it?')).toBeVisible()
  expect(await (await page.request.get(article.path)).text()).not.toMatch(/holds|It stands/)
  await page.getByRole('button', { name: 'Undo: show it again' }).click()
  await expect(shown.locator('.comment-text strong')).toHaveText('holds')

  await shown.getByRole('link', { name: 'Edit' }).click()
  await field.fill('It holds better.')
  await db
    .update(comment)
    .set({ createdAt: new Date(Date.now() - 300_000) })
    .where(eq(comment.id, own.id))
  await button('Save').click()
  await expect(page.getByRole('alert').filter({ hasText: 'can no longer be changed' })).toBeVisible()
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('It holds better.')
})

test('a guest with a wrong code gets the text back, the reason, and another code', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Tide table printed' })
  await page.goto(`${article.path}/discussion`)
  const first = await page.locator('img.code').getAttribute('src')
  await page.getByLabel('Name', { exact: true }).fill('Ida Quayle')
  await page.getByLabel('E-mail', { exact: true }).fill('ida@example.org')
  await page.getByLabel('Comment', { exact: true }).fill('High water at noon.')
  await page.getByLabel('Confirmation code').fill('ZZZZZ')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not the code' })).toBeVisible()
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('High water at noon.')
  await expect(page.getByLabel('Confirmation code')).toHaveAttribute('aria-invalid', 'true')
  expect(await page.locator('img.code').getAttribute('src')).not.toBe(first)
})

test('a preview shows the comment as it will look, and keeps the text', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Gulls return' })
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('**Loud** ones.')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.locator('.preview strong')).toHaveText('Loud')
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('**Loud** ones.')
})

test('a reply stands below what it answers and says whom it answers', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Lighthouse painted' })
  await paper.comment(article.id, 'White was better.')
  await paper.signIn('moderator')
  await page.goto(article.path)
  await page.getByRole('link', { name: /^Reply to/ }).click()
  await expect(page.getByText('You are answering')).toBeVisible()
  await page.getByLabel('Comment', { exact: true }).fill('Red is safer.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  const reply = page.getByRole('listitem').getByRole('listitem').filter({ hasText: 'Red is safer.' })
  await expect(reply).toBeVisible()
  await expect(reply).toContainText('in reply to')
})

test('nothing hostile in a comment becomes anything but text', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Sluice opened' })
  await paper.comment(
    article.id,
    '<script>window.owned = 1</script> <img src=x onerror="window.owned = 1"> [a](javascript:window.owned=1)',
  )
  await page.goto(article.path)
  const text = page.locator('.comment-text').first()
  await expect(text).toContainText('<script>window.owned = 1</script>')
  await expect(text.locator('script, img, a')).toHaveCount(0)
})

test('the form sent twice, since nobody saw the answer, stores one comment', async ({ page, paper, hasModule }) => {
  const article = await paper.publish({ headline: 'Weir mended' })
  await paper.signIn('moderator')
  await page.goto(`${article.path}/discussion`)
  await page.getByLabel('Comment', { exact: true }).fill('Once.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Total Comments (1)')).toBeVisible()
  if (hasModule) await loseFirstAnswer(page)
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('Once more.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  if (hasModule) await expect(page.getByText('There is no connection')).toBeVisible()
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('Once more.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Total Comments (2)')).toBeVisible()
})

/** The first form that the page's script sends arrives, and its answer does not. */
async function loseFirstAnswer(page: Page) {
  let isLost = false
  await page.route('/articles/**', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback()
    isLost = true
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
  })
}

test('a member likes an article and a comment, and takes it back', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Pier repaired' })
  await paper.comment(article.id, 'At last.')
  await paper.signIn('member')
  await page.goto(article.path)
  await page.getByRole('button', { name: 'Like (0)', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Like (1)', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /^Like .* comment \(0\)$/ }).click()
  await expect(page.getByRole('button', { name: /^Like .* comment \(1\)$/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Like (1)', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Like (0)', exact: true })).toHaveAttribute('aria-pressed', 'false')
})

test('a stranger who reacts is asked to sign in', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Slipway open' })
  await page.goto(article.path)
  await page.getByRole('button', { name: 'Like (0)', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

test('the address of a comment leads to its page, deep in a thread too', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Breakwater inspected' })
  let parent = await paper.comment(article.id, 'Level 0')
  for (let level = 1; level <= 9; level += 1) parent = await paper.comment(article.id, `Level ${level}`, { parent })
  await page.goto(article.path)
  await expect(page.getByText('Level 6', { exact: true })).toBeVisible()
  await expect(page.getByText('Level 7', { exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Continue this thread (3 more replies)' }).click()
  await expect(page.getByText('Level 9', { exact: true })).toBeVisible()
  await page.goto(`/comments/${parent.id}`)
  await expect(page).toHaveURL(`${article.path}/comments/thread/${parent.id}#comment-${parent.id}`)
  await expect(page.getByText('Level 9', { exact: true })).toBeVisible()
  await expect(page.getByText('Level 8', { exact: true })).toBeVisible()
})
