import type { Page } from '@playwright/test'
import { newId } from '@/lib/new-id'
import { expect, test } from './fixtures'

/** After a soft navigation the page before stays in the document, hidden. */
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).filter({ visible: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function write(page: Page, headline: string, text: string) {
  await page.goto('/newsroom/articles/new')
  await field(page, 'Headline').fill(headline)
  await field(page, 'Text').fill(text)
  await field(page, 'Section').selectOption({ label: 'Town' })
}

test('an editor writes, looks, saves, publishes and withdraws, and readers see each at once', async ({
  page,
  paper,
}) => {
  const headline = `Clock goes right ${newId().slice(-8)}`
  await paper.signIn('editor')
  await write(page, headline, '## At last\n\nIt strikes **twelve** at noon.')
  await button(page, 'Preview').click()
  await expect(page.getByRole('heading', { name: 'At last' })).toBeVisible()
  await expect(field(page, 'Headline')).toHaveValue(headline)
  await button(page, 'Save').click()
  await expect(page.getByText('Draft: readers see nothing of it.')).toBeVisible()
  expect(await (await page.request.get('/')).text()).not.toContain(headline)

  await button(page, 'Publish now').click()
  await expect(page.getByText('Published: readers see it now.')).toBeVisible()
  const address =
    (await page.getByRole('link', { name: 'View on the site' }).filter({ visible: true }).getAttribute('href')) ?? ''
  expect(await (await page.request.get('/')).text()).toContain(headline)
  expect(await (await page.request.get(address)).text()).toContain('<strong>twelve</strong>')

  await page.locator('summary').filter({ hasText: 'Withdraw this article', visible: true }).click()
  await field(page, 'Public reason').fill('It was wrong after all.')
  await field(page, 'Yes, take it out of the paper').check()
  await button(page, 'Withdraw').click()
  await expect(page.getByText('Withdrawn: its address says why.')).toBeVisible()
  const gone = await page.request.get(address)
  expect([gone.status(), (await gone.text()).includes('It was wrong after all.')]).toEqual([410, true])
  expect(await (await page.request.get('/')).text()).not.toContain(headline)
})

test('an article without a section comes back with everything that was typed', async ({ page, paper }) => {
  await paper.signIn('editor')
  await page.goto('/newsroom/articles/new')
  await field(page, 'Headline').fill('Nowhere to put it')
  await field(page, 'Text').fill('A text worth keeping.')
  await button(page, 'Save').click()
  await expect(page.getByRole('alert').filter({ visible: true }).first()).toBeVisible()
  await expect(field(page, 'Headline')).toHaveValue('Nowhere to put it')
  await expect(field(page, 'Text')).toHaveValue('A text worth keeping.')
})

test('an editor whose session ended while writing gets the text back', async ({ page, paper }) => {
  await paper.signIn('editor')
  await write(page, 'Half written', 'Not to be lost.')
  await paper.signOut()
  await button(page, 'Save').click()
  await expect(page.locator('textarea').filter({ visible: true }).first()).toBeVisible()
  const kept = await page
    .locator('textarea')
    .evaluateAll((areas) => areas.map((area) => (area instanceof HTMLTextAreaElement ? area.value : '')))
  expect(kept.join()).toContain('Not to be lost.')
})

test('a scheduled article waits in its list and is not out', async ({ page, paper }) => {
  const headline = `Regatta next year ${newId().slice(-8)}`
  await paper.signIn('editor')
  await write(page, headline, 'Boats.')
  await field(page, 'Comes out at').fill('2099-06-01T10:00')
  await button(page, 'Schedule').click()
  await expect(page.getByText('Scheduled: it comes out by itself at').filter({ visible: true })).toBeVisible()
  await page.goto('/newsroom')
  await page
    .getByRole('link', { name: /^Scheduled \(\d+\)$/ })
    .filter({ visible: true })
    .click()
  await expect(page.getByRole('link', { name: headline })).toBeVisible()
  expect(await (await page.request.get('/')).text()).not.toContain(headline)
})
