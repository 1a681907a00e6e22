import { approveComment, hideComment } from '@/domain/moderation/decide-comment'
import { expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

test('a guest reports a comment once, and nothing typed is lost on the way', async ({
  page,
  paper,
  javaScriptEnabled,
  hasModule,
}) => {
  const article = await paper.publish({ headline: 'Report me' })
  const comment = await paper.comment(article.id, 'Buy my hats.')
  await page.goto(article.path)
  await page.getByRole('link', { name: /^Report .+’s comment$/ }).click()
  await expect(page).toHaveURL(hasModule ? article.path : `/comments/${comment.id}/report`)
  await expect(page.getByText('Buy my hats.')).toBeVisible()
  await expectNoViolation(page, javaScriptEnabled)

  await page.getByLabel('Anything a moderator should know').fill('Hats again.')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText('Please choose what is wrong with the comment.')
  await expect(page.getByLabel('Anything a moderator should know')).toHaveValue('Hats again.')
  await page.getByRole('alert').getByRole('link').click()
  await page.getByLabel('advertising or spam').check()
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('status')).toHaveText('Thank you. A moderator will look at it.')
  if (!hasModule) {
    await page.getByRole('link', { name: 'Back to the comment' }).click()
    await expect(page).toHaveURL(`${article.path}#comment-${comment.id}`)
  }

  await page.goto(`/comments/${comment.id}/report`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.getByText('You reported this comment. A moderator has yet to look at it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send the report' })).toHaveCount(0)
})

test('there is nothing to report where readers see no comment', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Nothing to report' })
  const held = await paper.comment(article.id, 'Not yet.', { standing: 'held' })
  const moderator = await paper.signIn('moderator')
  expect((await page.goto(`/comments/${held.id}/report`))?.status()).toBe(404)
  expect(await page.content()).not.toContain('Not yet.')
  await approveComment(moderator, { commentId: held.id, seenAs: 'held', note: '' })
  expect((await page.goto(`/comments/${held.id}/report`))?.status()).toBe(200)
  await hideComment(moderator, { commentId: held.id, seenAs: 'visible', reason: 'spam', note: '' })
  expect((await page.goto(`/comments/${held.id}/report`))?.status()).toBe(404)
  expect((await page.goto('/comments/x/report'))?.status()).toBe(404)
})
