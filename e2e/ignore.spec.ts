import { expect, test } from './fixtures'

test('a member ignores somebody: folded away on the discussion page, in place with the module, and taken back', async ({
  page,
  paper,
  hasModule,
}) => {
  const article = await paper.publish({ headline: 'Gulls counted' })
  const loud = await paper.comment(article.id, 'GULLS ARE THE WORST OF ALL BIRDS.')
  await paper.comment(article.id, 'I like gulls.')
  await paper.signIn('member')
  const comment = page.locator(`#comment-${loud.id}`)
  const folded = comment.getByText('A comment of somebody you ignore – show once')

  await page.goto(`${article.path}/discussion`)
  await comment.getByRole('button', { name: /^Ignore / }).click()
  await expect(folded).toBeVisible()
  await expect(comment.getByText('THE WORST')).toBeHidden()
  await expect(comment.locator('.comment-name')).toBeHidden()
  await expect(page.getByText('I like gulls.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Total Comments (2)' })).toBeVisible()

  await page.goto(article.path)
  if (hasModule) {
    await expect(folded).toBeVisible()
    await expect(comment.getByText('THE WORST')).toBeHidden()
    await folded.click()
    await expect(comment.getByText('THE WORST')).toBeVisible()
    await comment.getByRole('link', { name: /^Reply to / }).click()
    await expect(page.getByText('You are answering')).toBeVisible()
  } else await expect(comment.getByText('THE WORST')).toBeVisible()

  await page.goto('/account')
  await page.getByRole('button', { name: /^Ignore .* no more$/ }).click()
  await expect(page.getByText('You ignore this person no more.')).toBeVisible()
  await page.goto(`${article.path}/discussion`)
  await expect(comment.getByText('THE WORST')).toBeVisible()
})
