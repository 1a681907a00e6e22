import { randomBytes } from 'node:crypto'
import { expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

const unique = () => randomBytes(5).toString('hex')

test('a moderator mutes a person because of a comment; the person is told until when and why, and keeps the text', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Quarrel at the quay' })
  const person = await paper.signIn('member')
  const comment = await paper.comment(article.id, 'You are all fools.', { memberId: person.id })
  const cookies = await page.context().cookies()

  await paper.signIn('moderator')
  await page.goto(`/moderation/comments/${comment.id}`)
  await page.getByRole('link', { name: `Record, sanctions and notes of ${person.name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `About ${person.name}` })).toBeVisible()
  await expectNoViolation(page, javaScriptEnabled)
  await page
    .getByLabel('What', { exact: true })
    .selectOption({ label: 'Mute: reads on, neither comments, reacts nor reports' })
  await page.getByLabel('Note for the staff').fill('After two warnings by mail.')
  await page.getByRole('button', { name: 'Impose it' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /choose a reason/i })).toBeVisible()
  await expect(page.getByLabel('Note for the staff')).toHaveValue('After two warnings by mail.')
  await page.getByLabel('Reason', { exact: true }).selectOption('personal attack')
  await page.getByRole('button', { name: 'Impose it' }).click()
  await expect(page.getByText(`Done: mute of ${person.name}.`)).toBeVisible()

  await page.context().clearCookies()
  await page.context().addCookies(cookies)
  await page.goto(`${article.path}/discussion`)
  const told = /You can’t comment, react or report until .+ Reason: rule 3, personal attack; by a moderator\./
  await expect(page.locator('.sanction-notice')).toContainText(told)
  await page.getByLabel('Comment', { exact: true }).fill('And I say it again.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.locator('.refusal')).toContainText(told)
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('And I say it again.')
  await page.goto('/account')
  await expect(page.getByText(told)).toBeVisible()
})

test('to a blocked e-mail domain no letter goes, and a guest with such an address keeps the text', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Buy lobster now' })
  const domain = `lobster-${unique()}.example`
  await paper.signIn('moderator')
  await page.goto('/moderation/blocks')
  await expectNoViolation(page, javaScriptEnabled)
  await page.getByLabel('What', { exact: true }).fill(domain)
  await page.getByLabel('Reason', { exact: true }).selectOption('advertising or spam')
  await page.getByRole('button', { name: 'Block it' }).click()
  await expect(page.getByText('It is blocked.')).toBeVisible()

  await paper.signOut()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(`ada@${domain}`)
  await page.getByRole('button', { name: 'Send me a letter' }).click()
  const told = /addresses of this e-mail domain are not taken until .+ Reason: rule 5, advertising or spam/
  await expect(page.getByRole('alert')).toContainText(told)
  expect(paper.letterTo(`ada@${domain}`)).toBeUndefined()

  await page.goto(`${article.path}/discussion`)
  await page.getByLabel('Name').fill(`Ada ${'abcdefghij'[Number(unique().charCodeAt(0)) % 10]}`)
  await page.getByLabel('E-mail').fill(`ada@mail.${domain}`)
  await page.getByLabel('Comment', { exact: true }).fill('Cheap lobster.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.locator('.refusal')).toContainText(told)
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('Cheap lobster.')
})

test('a moderator hides all that an account wrote, after a look at it, and undoes it', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Spree of offers' })
  const person = await paper.signIn('member')
  for (const text of ['First offer.', 'Second offer.']) await paper.comment(article.id, text, { memberId: person.id })
  await paper.signIn('moderator')
  await page.goto(`/moderation/people/${person.handle}`)
  await page.getByRole('link', { name: 'Clean up: hide many comments at once' }).click()
  await expect(page.getByText('2 comments would be hidden.')).toBeVisible()
  await expectNoViolation(page, javaScriptEnabled)
  await page.getByLabel('Reason', { exact: true }).selectOption('advertising or spam')
  await page.getByRole('button', { name: 'Hide these 2 comments' }).click()
  await expect(page.getByText('2 comments were hidden.')).toBeVisible()
  const read = async () => (await page.request.get(article.path)).text()
  expect(await read()).not.toContain('First offer.')
  expect(await read()).toContain('Total Comments (0)')

  await page.getByRole('button', { name: 'Undo it: let them stand as before' }).click()
  await expect(page.getByText('2 comments stand again.')).toBeVisible()
  expect(await read()).toContain('Second offer.')
})
