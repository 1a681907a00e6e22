import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const comment = (page: Page) => page.getByLabel('Comment', { exact: true })
const post = (page: Page) => page.getByRole('button', { name: 'Post comment' })

/** Whoever sends a form stays where they are. */
async function staysOn(page: Page, path: string, act: () => Promise<void>) {
  let left = false
  page.on('framenavigated', () => {
    left = true
  })
  await act()
  expect(left, 'the page was left').toBe(false)
  expect(new URL(page.url()).pathname).toBe(path)
}

test('a page that is the same for everyone shows a member their name, reactions and waiting comment', async ({
  page,
  paper,
  browser,
}) => {
  const article = await paper.publish({ headline: 'Oyster beds open' })
  const person = await paper.signIn('member', 'Mona Sele')
  const other = await paper.comment(article.id, 'Good.')
  await paper.comment(article.id, 'I *wait* <b>here</b>.', { memberId: person.id, standing: 'held' })
  await page.goto(article.path)
  await page.getByRole('button', { name: 'Like (0)', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Like (1)', exact: true })).toBeVisible()
  await page.goto(article.path)

  await expect(page.getByRole('link', { name: 'Your account, Mona Sele' })).toHaveText('Mona Sele')
  await expect(page.locator('.article-reactions .like')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator(`#comment-${other.id} .like`)).toHaveAttribute('aria-pressed', 'false')
  const own = page.locator('own-comments .comment-own')
  await expect(own).toContainText('Your comment waits for a moderator.')
  await expect(own.locator('.comment-text')).toHaveText('I wait <b>here</b>.')
  await expect(own.locator('em')).toHaveText('wait')
  await expect(page.getByText('You are signed in as Mona Sele.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveCount(0)

  const answer = await page.request.get(`/api/viewer?article=${article.id}`)
  expect(answer.headers()['cache-control']).toMatch(/no-store/)
  const stranger = await browser.newContext()
  const [asked, seen] = [await stranger.request.get(`/api/viewer?article=${article.id}`), await stranger.newPage()]
  expect(await asked.text()).not.toMatch(/Mona|wait/)
  const requests: string[] = []
  seen.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await seen.goto(article.path, { waitUntil: 'networkidle' })
  await expect(seen.locator('body')).not.toContainText('Mona Sele')
  expect(requests).not.toContain('/api/viewer')
  await stranger.close()
})

test('reacting leaves the reader where they are, with the focus on the button', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Mussels counted' })
  const own = await paper.signIn('member')
  const [theirs, mine] = [
    await paper.comment(article.id, 'Many.'),
    await paper.comment(article.id, 'Few.', { memberId: own.id }),
  ]
  await page.goto(article.path)
  await staysOn(page, article.path, async () => {
    await page.locator(`#comment-${theirs.id} .like`).click()
    await expect(page.locator(`#comment-${theirs.id} .like`)).toHaveText('1')
    await expect(page.locator(`#comment-${theirs.id} .like`)).toBeFocused()
    await page.locator(`#comment-${theirs.id} .dislike`).click()
    await expect(page.locator(`#comment-${theirs.id} .dislike`)).toHaveText('1')
    await expect(page.locator(`#comment-${theirs.id} .like`)).toHaveText('0')
    await page.locator(`#comment-${mine.id} .like`).click()
    await expect(page.getByRole('alert')).toHaveText('You can’t react to your own comment.')
  })
})

test('a reply is written under the comment, comes into the page there, and has the focus', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Nets mended' })
  const [first, second] = [await paper.comment(article.id, 'Which ones?'), await paper.comment(article.id, 'All?')]
  await paper.signIn('moderator')
  await page.goto(article.path)
  await staysOn(page, article.path, async () => {
    await page
      .locator(`#comment-${second.id}`)
      .getByRole('link', { name: /^Reply to/ })
      .click()
    await comment(page).fill('Not all.')
    await page.getByRole('link', { name: 'Write a comment of its own instead' }).click()
    await expect(comment(page)).toHaveValue('')
    await page
      .locator(`#comment-${first.id}`)
      .getByRole('link', { name: /^Reply to/ })
      .click()
    await expect(comment(page)).toBeFocused()
    await comment(page).fill('The old ones.')
    await post(page).click()
    const item = page.locator('.comments > li').filter({ has: page.locator(`#comment-${first.id}`) })
    const reply = item.locator('.replies article').filter({ hasText: 'The old ones.' })
    await expect(reply).toBeFocused()
    await expect(page.getByText('Total Comments (3)')).toBeVisible()
    await expect(comment(page)).toHaveValue('')
    await page
      .locator(`#comment-${second.id}`)
      .getByRole('link', { name: /^Reply to/ })
      .click()
    await expect(comment(page)).toHaveValue('Not all.')
  })
})

test('authors change, delete and take back a comment where it stands', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Sail patched' })
  const person = await paper.signIn('moderator')
  const own = await paper.comment(article.id, 'Twice.', { memberId: person.id })
  await paper.comment(article.id, 'Why?', { parent: own })
  await page.goto(article.path)
  const shown = page.locator(`#comment-${own.id}`)
  await staysOn(page, article.path, async () => {
    await shown.getByRole('link', { name: 'Edit' }).click()
    await expect(page.getByLabel('Change your comment')).toBeFocused()
    await page.getByLabel('Change your comment').fill('https://example.org '.repeat(6))
    await shown.getByRole('button', { name: 'Save' }).click()
    await expect(shown.getByRole('alert')).toContainText('five links')
    await expect(page.getByLabel('Change your comment')).toBeFocused()
    // A second press of the link closes nothing that was typed.
    await shown.getByRole('link', { name: 'Edit' }).click()
    await expect(page.getByLabel('Change your comment')).toHaveValue(/example/)
    await page.getByLabel('Change your comment').fill('Three times.')
    await shown.getByRole('link', { name: 'Edit' }).click()
    await expect(page.getByLabel('Change your comment')).toHaveValue('Three times.')
    await shown.getByRole('button', { name: 'Save' }).click()
    await expect(shown.locator('.comment-text').first()).toHaveText('Three times.')
    await expect(shown).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: 'Your change is saved.' })).toBeAttached()

    await shown.locator('summary').filter({ hasText: 'Delete' }).click()
    await shown.getByRole('button', { name: 'Delete this comment for everybody' }).click()
    await expect(shown.locator('.comment-placeholder')).toBeVisible()
    await expect(shown.getByRole('button', { name: 'Undo: show it again' })).toBeFocused()
    await expect(page.getByText('Total Comments (1)')).toBeVisible()
    await expect(page.getByText('Why?')).toBeVisible()
    await shown.getByRole('button', { name: 'Undo: show it again' }).click()
    await expect(shown.locator('.comment-text').first()).toHaveText('Three times.')
    await expect(page.getByText('Total Comments (2)')).toBeVisible()
  })
  await page.reload()
  await shown.getByRole('link', { name: 'Delete' }).click()
  await expect(shown.locator('summary').filter({ hasText: 'Delete' })).toBeFocused()
  await expect(shown.getByRole('button', { name: 'Delete this comment for everybody' })).toBeVisible()
})

test('what is selected becomes a quote, and what was typed below it outlives signing out', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Tarpaulin found' })
  const said = await paper.comment(article.id, 'Boats *first*, then nets.')
  await paper.signIn('moderator')
  await page.goto(article.path)
  const shown = page.locator(`#comment-${said.id}`)
  const quote = shown.getByRole('link', { name: /^Quote/ })
  const before = new RegExp(`^> \\[.+\\]\\(http.+/comments/${said.id}\\):\n>\n> `)
  await staysOn(page, article.path, async () => {
    await quote.click()
    await expect(comment(page)).toHaveValue(new RegExp(`${before.source}Boats first, then nets.\n\n$`))
    await comment(page).fill('')
    await shown.locator('.comment-text em').selectText()
    await quote.click()
    await expect(comment(page)).toHaveValue(new RegExp(`${before.source}first\n\n$`))
    await expect(comment(page)).toBeFocused()
    await page.keyboard.type('Nets first.')
  })
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/$/)
  await page.goto(article.path)
  await shown.getByRole('link', { name: /^Reply to/ }).click()
  await expect(comment(page)).toHaveValue(/> first\n\nNets first\.$/)
})

test('a guest gets the picture of the code, a wrong one back with the reason, and is told that it waits', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Slip relaid' })
  await page.goto(article.path)
  await expect(page.locator('img.code')).toHaveCount(0)
  await staysOn(page, article.path, async () => {
    await page.getByLabel('Name', { exact: true }).fill('Olaf Brine')
    await page.getByLabel('E-mail', { exact: true }).fill('olaf@example.org')
    await comment(page).fill('Long overdue.')
    await page.getByRole('button', { name: 'Show code' }).click()
    await expect(page.getByLabel('Confirmation code')).toBeFocused()
    await page.getByLabel('Confirmation code').fill('ZZZZZ')
    await post(page).click()
    await expect(page.getByRole('alert')).toContainText('not the code')
    await expect(page.getByLabel('Confirmation code')).toBeFocused()
    await expect(comment(page)).toHaveValue('Long overdue.')
    await page.getByLabel('Confirmation code').fill(await paper.codeOnPage())
    await post(page).click()
    await expect(page.locator('own-comments .comment-own')).toBeFocused()
  })
  await page.goto(article.path)
  await expect(page.locator('own-comments .comment-own')).toContainText('Long overdue.')
})

test('a text that was not sent is there again, until it is sent or discarded', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Quay swept' })
  await paper.signIn('moderator')
  await page.goto(article.path)
  await comment(page).fill('I was about to say')
  await page.goto('/')
  await page.goto(article.path)
  await expect(comment(page)).toHaveValue('I was about to say')
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(comment(page)).toHaveValue('')
  await page.reload()
  await expect(comment(page)).toHaveValue('')

  await comment(page).fill('Said now.')
  await page.reload()
  await expect(comment(page)).toHaveValue('Said now.')
  await post(page).click()
  await expect(page.getByRole('article').filter({ hasText: 'Said now.' })).toBeFocused()
  await page.goto(`${article.path}/discussion`)
  await expect(comment(page)).toHaveValue('')
})

test('where the site fails, the browser sends the form itself, and the text comes back', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Crane tested' })
  await paper.signIn('moderator')
  await page.goto(article.path)
  const byScript = (sent: { resourceType(): string; method(): string }) =>
    sent.resourceType() === 'fetch' && sent.method() === 'POST'
  await page.route('/articles/**', (route) =>
    byScript(route.request()) ? route.fulfill({ status: 503, body: 'down' }) : route.fallback(),
  )
  await comment(page).fill('It held.')
  await post(page).click()
  await expect(page).toHaveURL(/\/discussion\?at=/)
  await expect(page.getByRole('article').filter({ hasText: 'It held.' })).toBeVisible()
  await expect(comment(page)).toHaveValue('')
})

test('an answer goes to the others, where they can be folded', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Pier mended' })
  const first = await paper.comment(article.id, 'At last.')
  await paper.comment(article.id, 'Indeed.', { parent: first })
  await paper.signIn('moderator', 'Mo')
  await page.goto(article.path)
  await page
    .locator(`#comment-${first.id}`)
    .getByRole('link', { name: /^Reply to/ })
    .click()
  await comment(page).fill('Not a day early.')
  await post(page).click()
  const answer = page.locator('.comments details > .replies article').filter({ hasText: 'Not a day early.' })
  await expect(answer).toBeFocused()
  await page.getByText('1 reply', { exact: true }).click()
  await expect(answer).toBeHidden()
})

test('a report is sent under its comment: without a reason it says so, then it thanks', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Bollard painted' })
  const said = await paper.comment(article.id, 'Unprintable.')
  await page.goto(article.path)
  await staysOn(page, article.path, async () => {
    await page.getByRole('link', { name: /^Report / }).click()
    await page.getByLabel(/Anything a moderator should know/).fill('See there.')
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.locator('.error-summary')).toBeFocused()
    await expect(page.getByLabel(/Anything a moderator should know/)).toHaveValue('See there.')
    await page.locator(`#comment-${said.id} input[type=radio]`).first().check()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByText('Thank you. A moderator will look at it.')).toBeFocused()
  })
})

test('new comments are announced, and shown when they are asked for', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Tender boards' })
  const first = await paper.comment(article.id, 'First.')
  const heard = page.waitForResponse((answer) => answer.url().includes('/live/comments/'))
  await page.goto(article.path)
  expect((await heard).status()).toBe(200)
  await paper.comment(article.id, 'Answer.', { parent: first })
  const button = page.getByRole('button', { name: /^\d new comments?$/ })
  await expect(button).toHaveText('1 new comment', { timeout: 10_000 })
  await expect(page.getByText('Answer.')).toHaveCount(0)
  await button.click()
  await expect(page.locator('.replies article').filter({ hasText: 'Answer.' })).toBeFocused()
  await expect(page.getByText('Total Comments (2)')).toBeVisible()
  await expect(button).toHaveCount(0)
})

test('an old article, and one whose comments are closed, listen to nothing', async ({ page, paper }) => {
  const [old, closed] = [
    await paper.publish({ headline: 'Long ago', publishedAt: new Date(Date.now() - 10 * 24 * 3_600_000) }),
    await paper.publish({ headline: 'Over', commentsOpen: false }),
  ]
  const live: string[] = []
  page.on('request', (request) => request.url().includes('/live/') && live.push(request.url()))
  for (const { path } of [old, closed]) await page.goto(path, { waitUntil: 'networkidle' })
  expect(live).toEqual([])
})

test.describe('elsewhere', () => {
  test.use({ timezoneId: 'Asia/Kathmandu' })

  test('times are told in the reader’s zone, and in the paper’s when they are pointed at', async ({ page, paper }) => {
    const article = await paper.publish({ headline: 'Dawn', publishedAt: new Date('2026-03-01T20:30:00Z') })
    await page.goto(article.path)
    const time = page.locator('.dates time').first()
    await expect(time).toHaveText(/Mar 2, 2026, 2:15\sAM/)
    await expect(time).toHaveAttribute('title', /Mar 1, 2026, 8:30\sPM, UTC/)
    await expect(time).toHaveAttribute('datetime', '2026-03-01T20:30:00+00:00')
  })
})
