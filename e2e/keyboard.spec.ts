import sharp from 'sharp'
import { newId } from '@/lib/new-id'
import { expect, test } from './fixtures'
import { expectBeginning, expectFault, expectSaid, pressButton, tabTo } from './keyboard'
import { arrived, codeIn, linkIn } from './letter'

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

test('a reader signs in by the code with the keyboard alone', async ({ page, paper }) => {
  const email = `${newId()}@example.org`
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel('E-mail', { exact: true }))
  await page.keyboard.type('nobody')
  await page.keyboard.press('Enter')
  await expectFault(page, 'Please enter an e-mail address')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('E-mail', { exact: true })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sign-in\/check(#.*)?$/)
  await expectBeginning(page, 'We have sent you a letter')
  const code = codeIn(await arrived(() => paper.letterTo(email)))

  await tabTo(page, page.getByLabel('Code', { exact: true }))
  await page.keyboard.type(code === '000000' ? '000001' : '000000')
  await page.keyboard.press('Enter')
  await expectFault(page, 'not the digits of the newest letter')
  await tabTo(page, page.getByLabel('Code', { exact: true }), 3)
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  // Without scripts a browser keeps the anchor of a fault's link.
  await expect(page).toHaveURL(/\/account(#.*)?$/)
  await expectBeginning(page, 'Your account')
})

test('a reader signs in by the letter’s button with the keyboard alone', async ({ page, paper }) => {
  const email = `${newId()}@example.org`
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel('E-mail', { exact: true }))
  await page.keyboard.type(email)
  await pressButton(page, 'Send me a letter')
  // The letter is there before its page is.
  await expect(page).toHaveURL(/sign-in\/check(#.*)?$/)
  const link = linkIn(await arrived(() => paper.letterTo(email)))
  await page.goto(link)
  await pressButton(page, 'Sign in')
  await expect(page).toHaveURL('/account')
  await expectBeginning(page, 'Your account')
  await page.goto(link)
  await pressButton(page, 'Sign in')
  await expectFault(page, 'This link was used before')
})

test('a reader reports a comment by keyboard alone', async ({ page, paper, hasModule }) => {
  const article = await paper.publish({ headline: 'Report by keys' })
  await paper.comment(article.id, 'Buy my hats.')
  await page.goto(article.path)
  await tabTo(page, page.getByRole('link', { name: /^Report .+’s comment$/ }))
  await page.keyboard.press('Enter')
  await pressButton(page, 'Send the report')
  await expectFault(page, 'Please choose what is wrong with the comment.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await pressButton(page, 'Send the report')
  if (hasModule) await expect(page.getByText('Thank you. A moderator will look at it.')).toBeFocused()
  else {
    await expectSaid(page, 'Thank you. A moderator will look at it.')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Back to the comment' })).toBeFocused()
  }
})

test('an editor adds a picture and withdraws the article by keyboard alone', async ({ page, paper }) => {
  await paper.signIn('editor')
  const field = (name: string) => page.getByLabel(name, { exact: true }).filter({ visible: true })
  await page.goto('/newsroom/articles/new')
  await tabTo(page, field('Headline'))
  await page.keyboard.type('A face for the clock')
  await tabTo(page, field('Text'))
  await page.keyboard.type('It looks at us.')
  await tabTo(page, field('Section'))
  await page.keyboard.type('Town')
  await tabTo(page, field('Picture'))
  await page.locator('input:focus').setInputFiles(await drawnPicture())
  await tabTo(page, field('What it shows'))
  await page.keyboard.type('The town clock')
  await tabTo(page, field('Credit'))
  await page.keyboard.type('Ada Pilot')
  await pressButton(page, 'Publish now')
  await expectSaid(page, 'Published: readers see it now.')
  await expect(page.locator('.desk-picture').getByRole('img', { name: 'The town clock' })).toBeVisible()

  await tabTo(page, page.locator('summary').filter({ hasText: 'Withdraw this article', visible: true }))
  await page.keyboard.press('Enter')
  await pressButton(page, 'Withdraw')
  await expectFault(page, 'Tick the box to withdraw it.')
  await tabTo(page, field('Public reason'))
  await page.keyboard.type('It was wrong after all.')
  await tabTo(page, field('Yes, take it out of the paper'))
  await page.keyboard.press('Space')
  await pressButton(page, 'Withdraw')
  await expectSaid(page, 'Withdrawn')
})

test('a moderator hides a comment with a reason by keyboard alone', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Hide by keys' })
  const comment = await paper.comment(article.id, 'Buy my hats.')
  await paper.signIn('moderator')
  await page.goto(`/moderation/comments/${comment.id}`)
  await pressButton(page, /^Hide/)
  await expectFault(page, 'reason')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Reason for hiding', { exact: true })).toBeFocused()
  await page.keyboard.type('advertising')
  await pressButton(page, /^Hide/)
  await expectSaid(page, 'You hid')
  expect(await (await page.request.get(article.path)).text()).not.toContain('Buy my hats.')
})

async function drawnPicture() {
  const drawn = sharp({ create: { width: 640, height: 300, channels: 3, background: '#268' } })
  return { name: 'clock.png', mimeType: 'image/png', buffer: await drawn.png().toBuffer() }
}
