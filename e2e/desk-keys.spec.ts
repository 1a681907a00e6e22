import { eq } from 'drizzle-orm'
import { comment } from '@/db/schema'
import { aComment } from '@/db/testing/a-paper'
import { db, expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

const decisions = 20

test('a moderator decides twenty comments by single keys, each leading to the next', async ({ page, paper }, info) => {
  test.slow()
  const article = await paper.publish({ headline: 'Twenty waiting' })
  const made = []
  for (let n = 0; n < decisions + 2; n++) {
    const one = await aComment({ articleId: article.id, text: `Waiting ${n}.`, standing: 'held' })
    made.push(one.id)
  }
  await paper.signIn('moderator')
  await page.goto(`/moderation?article=${article.slug}`)
  const shown = page.getByRole('checkbox', { name: 'Keyboard shortcuts' })
  await expect(shown).toBeChecked()
  await page.keyboard.press('j')
  await expect(page.locator(`#queue-${made[0]}`)).toBeFocused()

  const began = performance.now()
  for (let n = 0; n < decisions; n++) {
    await page.keyboard.press(n % 4 === 3 ? 'h' : 'a')
    if (n % 4 === 3) await page.keyboard.press('3')
    await expect(page.locator(`#queue-${made[n + 1]}`)).toBeFocused()
  }
  // The machine's pace is not a fault of the desk: it is told with the result, and measured where nothing else runs.
  const perMinute = Math.round((decisions * 60_000) / (performance.now() - began))
  info.annotations.push({ type: 'decisions a minute', description: String(perMinute) })
  await expect(
    page.getByRole('status').filter({ hasText: /^You hid .+ Reason: advertising or spam\.$/ }),
  ).toBeAttached()

  await page.keyboard.press('u')
  await expect(page.getByRole('status').filter({ hasText: /^You took the decision/ })).toBeAttached()
  const [last] = await db
    .select()
    .from(comment)
    .where(eq(comment.id, made[decisions - 1] ?? ''))
  expect(last?.standing).toBe('held')
})

test('the keys tick, open, explain themselves, leave typing alone, and can be turned off', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Few keys' })
  const one = await paper.comment(article.id, 'Key by key.', { standing: 'held' })
  await paper.signIn('moderator')
  await page.goto(`/moderation?article=${article.slug}`)
  await expect(page.getByRole('checkbox', { name: 'Keyboard shortcuts' })).toBeChecked()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectNoViolation(page, true)
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('article').getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: 'Why is it hidden?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator(`#queue-${one.id}`)).toBeFocused()

  await page.getByLabel('Note for the log').fill('')
  await page.getByLabel('Note for the log').pressSequentially('a hoax?')
  await expect(page.getByLabel('Note for the log')).toHaveValue('a hoax?')

  await page.getByRole('checkbox', { name: 'Keyboard shortcuts' }).uncheck()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Keyboard shortcuts' })).not.toBeChecked()
  for (const key of ['j', 'a']) await page.keyboard.press(key)
  await page.getByRole('checkbox', { name: 'Keyboard shortcuts' }).check()
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(`/moderation/comments/${one.id}`)
  const [left] = await db.select().from(comment).where(eq(comment.id, one.id))
  expect(left?.standing).toBe('held')
})
