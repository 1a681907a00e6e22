import { randomInt } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { aMember } from '@/db/testing/a-paper'
import { reportComment } from '@/domain/comment/report-comment'
import { hideComment } from '@/domain/moderation/decide-comment'
import { newId } from '@/lib/new-id'
import { expect, test } from './fixtures'

/** Walks run side by side on one paper: each takes a name and a number that no other has. */
const aLabel = (said: string) => `${said} ${newId().slice(-6)}`
const aNumber = () => String(randomInt(20, 99))

/** The number may be taken by another walk; then the form comes back with all that was typed, and takes another. */
async function saveAs(page: Page, button: string, numberIn: ReturnType<Page['getByLabel']>) {
  for (let tries = 0; tries < 20; tries += 1) {
    await numberIn.fill(aNumber())
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.locator('#said, [role=alert]').first()).toBeVisible()
    if (await page.locator('#said').isVisible()) return
  }
}

const reasonOf = (page: Page, label: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: label, exact: true }) })

async function addReason(page: Page, label: string) {
  await page.goto('/moderation/rules')
  const form = page.getByRole('region', { name: 'Add a reason' })
  await form.getByLabel('Reason, as it stands in a sentence').fill(label)
  await form.getByLabel('The house rule').fill(`Of ${label} we have had enough.`)
  await saveAs(page, 'Add', form.getByLabel('Number of the rule'))
  await expect(page.getByText(`“${label}” is offered from now on.`)).toBeVisible()
}

test('an admin adds a reason with its rule; moderators hide by it, and readers find the rule', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const label = aLabel('shouting')
  const article = await paper.publish({ headline: 'Brass band' })
  const comment = await paper.comment(article.id, 'TOO LOUD.')
  await paper.signIn('admin')
  await addReason(page, label)
  await expect(reasonOf(page, label)).toContainText('readers may report with it')
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.goto(`/comments/${comment.id}/report`)
  await expect(page.getByLabel(label)).toBeVisible()
  await paper.signIn('moderator')
  await page.goto(`/moderation/comments/${comment.id}`)
  await page.getByLabel('Reason for hiding').selectOption(label)
  await page.getByRole('button', { name: /^Hide/ }).click()
  await expect(page.getByText(new RegExp(`^You hid .+ Reason: ${label}\\.$`))).toBeVisible()

  await page.goto(article.path)
  const place = page.getByText('Removed by a moderator —')
  await expect(place).toHaveText(new RegExp(`^Removed by a moderator — rule \\d+, ${label}, .+ \\d\\d:\\d\\d$`))
  await place.getByRole('link', { name: label }).click()
  await expect(page).toHaveURL(/\/rules#rule-shouting/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('House rules')
  await expect(reasonOf(page, label)).toContainText(`Of ${label} we have had enough.`)
})

test('other words for a reason stand at once where a comment was hidden for it', async ({ page, paper }) => {
  const [label, better] = [aLabel('moaning'), aLabel('grumbling')]
  const article = await paper.publish({ headline: 'Rain again' })
  const comment = await paper.comment(article.id, 'It never stops.')
  await paper.signIn('admin')
  await addReason(page, label)
  const code = new URL(page.url()).searchParams.get('about') ?? ''
  await hideComment(await aMember({ rank: 'moderator' }), {
    commentId: comment.id,
    seenAs: 'visible',
    reason: code,
    note: '',
  })
  const shown = async () => (await page.request.get(article.path)).text()
  await expect.poll(shown, { timeout: 10_000 }).toContain(label)

  const reason = reasonOf(page, label)
  await reason.getByText('Change', { exact: true }).click()
  await reason.getByLabel('Reason, as it stands in a sentence').fill(better)
  await reason.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`“${better}” is saved.`)).toBeVisible()
  expect(await shown()).toContain(better)
  expect(await shown()).not.toContain(label)
  const rules = await (await page.request.get('/rules')).text()
  expect(rules).toContain(better)
  expect(rules).not.toMatch(new RegExp(`>${label}<`))
})

test('a reason that is retired is offered no more, and comes back', async ({ page, paper }) => {
  const label = aLabel('old feuds')
  const article = await paper.publish({ headline: 'Two families' })
  const comment = await paper.comment(article.id, 'You know who you are.')
  await paper.signIn('admin')
  await addReason(page, label)
  const code = new URL(page.url()).searchParams.get('about') ?? ''
  await page.getByRole('button', { name: `Retire “${label}”` }).click()
  await expect(page.getByText(`“${label}” is no longer offered.`)).toBeVisible()
  await page.goto(`/moderation/comments/${comment.id}`)
  await expect(page.getByLabel('Reason for hiding').locator('option', { hasText: label })).toHaveCount(0)
  await page.goto(`/comments/${comment.id}/report`)
  await expect(page.getByLabel(label)).toHaveCount(0)
  const report = { commentId: comment.id, reason: code, note: '' }
  expect(await reportComment(await aMember(), report, { visitorKey: null, addressHash: 'a' })).toMatchObject({
    refusal: 'no-such-reason',
  })
  await page.goto('/rules')
  await expect(page.getByRole('region', { name: 'Earlier rules' })).toContainText(label)

  await page.goto('/moderation/rules')
  await page.getByRole('button', { name: `Bring “${label}” back` }).click()
  await expect(page.getByText(`“${label}” is offered again.`)).toBeVisible()
  await page.goto(`/comments/${comment.id}/report`)
  await expect(page.getByLabel(label)).toBeVisible()
})

test('a rule that is not complete comes back with what was typed', async ({ page, paper }) => {
  await paper.signIn('admin')
  await page.goto('/moderation/rules')
  const form = page.getByRole('region', { name: 'Add a reason' })
  await form.getByLabel('Reason, as it stands in a sentence').fill('half a thought')
  await form.getByLabel('Number of the rule').fill('3')
  await form.getByLabel('Readers may report with it').uncheck()
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText('Write the rule, in at most 1,000 characters.')
  await expect(form.getByLabel('Reason, as it stands in a sentence')).toHaveValue('half a thought')
  await expect(form.getByLabel('Readers may report with it')).not.toBeChecked()

  await form.getByLabel('The house rule').fill('Think it to the end.')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(/^Another rule has this number/)
  await expect(form.getByLabel('The house rule')).toHaveValue('Think it to the end.')
  await expect(form.getByLabel('Number of the rule')).toHaveValue('3')
})

test('a reason that was retired while a moderator chose it is refused, and the note stays', async ({ page, paper }) => {
  const label = aLabel('gossip')
  const article = await paper.publish({ headline: 'Hearsay' })
  const comment = await paper.comment(article.id, 'They say.')
  await paper.signIn('admin')
  await addReason(page, label)
  const desk = await page.context().newPage()
  await desk.goto(`/moderation/comments/${comment.id}`)
  await desk.getByLabel('Reason for hiding').selectOption(label)
  await desk.getByLabel('Note for the log').fill('Second-hand.')
  await page.getByRole('button', { name: `Retire “${label}”` }).click()
  await expect(page.getByText(`“${label}” is no longer offered.`)).toBeVisible()

  await desk.getByRole('button', { name: /^Hide/ }).click()
  await expect(desk.getByRole('alert').getByRole('link')).toHaveText(/^This reason is no longer offered\./)
  await expect(desk.getByLabel('Note for the log')).toHaveValue('Second-hand.')
  await expect(desk.getByLabel('Reason for hiding').locator('option', { hasText: label })).toHaveCount(0)
})

test('moderators read the reasons and change none; readers come to the rules from every comment form', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Open to all' })
  await page.goto(article.path)
  await page.getByRole('main').getByRole('link', { name: 'House rules' }).click()
  await expect(page).toHaveURL('/rules')
  await expect(page.getByRole('heading', { level: 2, name: 'personal attack' })).toBeVisible()

  await paper.signIn('moderator')
  await page.goto('/moderation')
  await page.getByRole('navigation', { name: 'Moderators’ desk' }).getByRole('link', { name: 'Rules' }).click()
  await expect(page).toHaveURL('/moderation/rules')
  await expect(reasonOf(page, 'personal attack')).toContainText('Rule 3')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByText('Admins change them.')).toBeVisible()
})
