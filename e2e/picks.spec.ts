import { expect, test } from './fixtures'

test('an editor picks a comment on the discussion page: readers see the tab, the mark and the way to its thread', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Quay lamp lit' })
  const lamp = await paper.comment(article.id, 'I lit that lamp for forty years, and my father before me.')
  await paper.comment(article.id, 'Thank you for that.', { parent: lamp })
  const picks = page.getByRole('link', { name: 'Editor’s picks' })
  await page.goto(article.path)
  await expect(picks).toHaveCount(0)
  expect((await page.request.get(`${article.path}/comments/picks/1`)).status()).toBe(404)

  await paper.signIn('editor')
  await page.goto(`${article.path}/discussion`)
  await page
    .locator(`#comment-${lamp.id}`)
    .getByRole('button', { name: /^Pick / })
    .click()
  await expect(page).toHaveURL(new RegExp(`/discussion\\?at=${lamp.id}`))
  await expect(page.locator(`#comment-${lamp.id} .badge-pick`)).toHaveText('Editor’s pick')

  await paper.signOut()
  await page.goto(article.path)
  await expect(page.getByRole('complementary', { name: 'Editor’s picks' })).toContainText('forty years')
  await expect(page.locator(`#comment-${lamp.id} .badge-pick`)).toBeVisible()
  await picks.click()
  await expect(page).toHaveURL(`${article.path}/comments/picks/1#conversation`)
  await expect(page.locator('.comments .comment')).toHaveCount(1)
  await page.getByRole('link', { name: 'In its thread (1 reply)' }).click()
  await expect(page).toHaveURL(`${article.path}#comment-${lamp.id}`)

  await paper.signIn('moderator')
  await page.goto(`/moderation/comments/${lamp.id}`)
  await page.getByRole('button', { name: /comment no more$/ }).click()
  await expect(page.getByText('out of the picks').first()).toBeVisible()
  await page.goto(article.path)
  await expect(picks).toHaveCount(0)
})
