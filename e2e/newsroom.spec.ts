import type { Page } from '@playwright/test'
import sharp from 'sharp'
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

  await expect(page.getByText('what readers are shown').filter({ visible: true })).toBeVisible()
  await page.locator('summary').filter({ hasText: 'Withdraw this article', visible: true }).click()
  await field(page, 'Public reason').fill('It was wrong after all.')
  await field(page, 'Yes, take it out of the paper').check()
  await button(page, 'Withdraw').click()
  await expect(page.getByText('Withdrawn: its address says why.')).toBeVisible()
  await expect(page.getByText('what readers are shown').filter({ visible: true })).toHaveCount(0)
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

async function drawnPicture(width: number) {
  const drawn = sharp({ create: { width, height: 300, channels: 3, background: '#268' } })
  return { name: 'clock.png', mimeType: 'image/png', buffer: await drawn.png().toBuffer() }
}

test('a picture that came without its description is asked for again, and nothing is published without it', async ({
  page,
  paper,
}) => {
  await paper.signIn('editor')
  await write(page, `Clock with a face ${newId().slice(-8)}`, 'It looks at us.')
  await field(page, 'Picture').setInputFiles(await drawnPicture(601))
  await field(page, 'Credit').fill('Ada Pilot')
  await field(page, 'Caption').fill('At noon')
  await button(page, 'Preview').click()
  await expect(page.getByText('Choose the picture once more').filter({ visible: true }).first()).toBeVisible()
  await field(page, 'What it shows').fill('The town clock')
  for (const name of ['Preview', 'Save', 'Publish now', 'Schedule']) {
    // The sentence stands there from the button before: what tells is the answer.
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await button(page, name).click()
    await answered
    const fault = page.getByText('Choose the picture that these words belong to').filter({ visible: true })
    await expect(fault.first()).toBeVisible()
    await expect(field(page, 'What it shows')).toHaveValue('The town clock')
    await expect(field(page, 'Credit')).toHaveValue('Ada Pilot')
    await expect(field(page, 'Caption')).toHaveValue('At noon')
  }
  await write(page, `Clock with another face ${newId().slice(-8)}`, 'It looks at us.')
  await field(page, 'Picture').setInputFiles(await drawnPicture(601))
  await field(page, 'What it shows').fill('The town clock')
  await field(page, 'Credit').fill('Ada Pilot')
  await button(page, 'Publish now').click()
  await expect(page.getByText('Published: readers see it now.')).toBeVisible()
  const address = await page
    .getByRole('link', { name: 'View on the site' })
    .filter({ visible: true })
    .getAttribute('href')
  expect(await (await page.request.get(address ?? '')).text()).toContain('alt="The town clock"')
})

test('a picture stays with a form that is refused for something else', async ({ page, paper }) => {
  await paper.signIn('editor')
  await write(page, `Clock by night ${newId().slice(-8)}`, 'It glows.')
  await field(page, 'Picture').setInputFiles(await drawnPicture(602))
  await field(page, 'What it shows').fill('The clock at night')
  await field(page, 'Credit').fill('Ada Pilot')
  await field(page, 'Kicker').fill('x'.repeat(81))
  await button(page, 'Schedule').click()
  await expect(page.getByText('The kicker is longer').filter({ visible: true }).first()).toBeVisible()
  const picture = page.locator('.desk-picture').getByRole('img', { name: 'The clock at night' })
  await expect(picture).toBeVisible()
  await field(page, 'Kicker').fill('')
  await button(page, 'Schedule').click()
  await expect(page.getByText('Give a day and a time').filter({ visible: true }).first()).toBeVisible()
  await expect(picture).toBeVisible()

  await field(page, 'Without a picture').check()
  await button(page, 'Preview').click()
  const preview = page.locator('.desk-preview')
  await expect(preview.getByText('Nothing is saved yet.')).toBeVisible()
  await expect(preview.getByRole('img')).toHaveCount(0)
  const [lead, headline] = [preview.getByRole('status'), preview.locator('.preview-headline')]
  const [above, below] = [await lead.boundingBox(), await headline.boundingBox()]
  expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeGreaterThanOrEqual(16)
  await button(page, 'Save').click()
  await expect(page.getByText('Draft: readers see nothing of it.')).toBeVisible()
  await expect(field(page, 'What it shows')).toHaveValue('')
})
