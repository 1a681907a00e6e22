import { expect, test } from './fixtures'

test('a text written while the article is withdrawn comes back', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Council meets' })
  await page.goto(`${article.path}/discussion`)
  await page.getByLabel('Comment', { exact: true }).fill('I was there.')
  await paper.withdraw(article.id, 'It did not meet.')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByLabel('What you wrote').filter({ visible: true })).toHaveValue('I was there.')
})

test('a text written while the article moves comes back at its new address', async ({ page, paper, hasModule }) => {
  const article = await paper.publish({ headline: 'Harbour master speaks' })
  await page.goto(`${article.path}/discussion`)
  await page.getByLabel('Comment', { exact: true }).fill('He should.')
  const moved = await paper.move(article.id)
  await page.getByRole('button', { name: 'Preview' }).click()
  if (hasModule)
    await expect(page.locator('#comment-form')).toHaveAttribute('action', new RegExp(`^${moved}/discussion`))
  else await expect(page).toHaveURL(new RegExp(`${moved}/discussion`))
  await expect(page.getByLabel('Comment', { exact: true }).filter({ visible: true })).toHaveValue('He should.')
})

test('a comment that is far too long comes back whole, with the reason', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Long story' })
  const long = 'The tide comes in. '.repeat(1500).trim()
  await page.goto(`${article.path}/discussion`)
  const field = page.getByLabel('Comment', { exact: true }).filter({ visible: true })
  await field.evaluate((element) => element.removeAttribute('maxlength'))
  await field.fill(long)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '5,000 characters' })).toBeVisible()
  await expect(field).toHaveValue(long)
})

test('a change that is refused comes back as a change, not as a new comment', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Short story' })
  const person = await paper.signIn('member')
  const held = await paper.comment(article.id, 'Waiting.', { memberId: person.id, standing: 'held' })
  await page.goto(`${article.path}/discussion?edit=${held.id}`)
  const field = page.getByLabel('Change your comment').filter({ visible: true })
  await field.fill('https://example.org '.repeat(6))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'five links' })).toBeVisible()
  await expect(field).toHaveValue(/(https:\/\/example\.org\s*){6}/)
  await field.fill('Still waiting.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Still waiting.').filter({ visible: true })).toHaveCount(1)
})

test('a guest’s text survives the way through the sign-in', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Detour' })
  await page.goto(article.path)
  await page.getByLabel('Comment', { exact: true }).fill('On my way.')
  await page.getByRole('button', { name: 'Show code' }).click()
  await expect(page.locator('img.code')).toBeVisible()
  const back = page.url()
  await paper.signIn('member')
  await page.goto(back)
  await expect(page.getByLabel('Comment', { exact: true }).filter({ visible: true })).toHaveValue('On my way.')
})

test('a text for a conversation that was closed meanwhile comes back, to be copied', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Closing time' })
  await paper.signIn('moderator')
  await page.goto(`${article.path}/discussion`)
  await page.getByLabel('Comment', { exact: true }).fill('One more thing.')
  await paper.closeComments(article.id)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'closed' })).toBeVisible()
  await expect(page.locator('textarea.kept')).toHaveValue('One more thing.')
})

test('who comments too often is asked to wait, and keeps the text', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'In a hurry' })
  await paper.signIn('moderator')
  for (let no = 1; no <= 6; no += 1) {
    await page.goto(`${article.path}/discussion`)
    await page.getByLabel('Comment', { exact: true }).fill(`Thought ${no}.`)
    await page.getByRole('button', { name: 'Post comment' }).click()
    if (no <= 5) await expect(page.getByText(`Total Comments (${no})`)).toBeVisible()
  }
  await expect(page.getByRole('alert').filter({ hasText: 'short time' })).toBeVisible()
  await expect(page.getByLabel('Comment', { exact: true }).filter({ visible: true })).toHaveValue('Thought 6.')
})
