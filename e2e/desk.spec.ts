import { eq } from 'drizzle-orm'
import { comment } from '@/db/schema'
import { db, expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

const standingOf = async (id: string) =>
  (await db.select({ standing: comment.standing }).from(comment).where(eq(comment.id, id)))[0]?.standing

test('a moderator hides many at once, is told what was left, and takes it back', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Flood of boots' })
  const [first, second, third] = [
    await paper.comment(article.id, 'Buy my boots.', { standing: 'held' }),
    await paper.comment(article.id, 'Boots, cheap boots.', { standing: 'held' }),
    await paper.comment(article.id, 'A kind word.', { standing: 'held' }),
  ]
  await paper.signIn('moderator')
  await page.goto(`/moderation?article=${article.slug}`)
  for (const text of ['Buy my boots.', 'Boots, cheap boots.'])
    await page.getByRole('article').filter({ hasText: text }).getByRole('checkbox').check()
  await page.getByText('Decide about many at once').click()
  await page.getByRole('button', { name: 'Hide them' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /choose a reason/i })).toBeVisible()
  await expectNoViolation(page, javaScriptEnabled)

  for (const text of ['Buy my boots.', 'Boots, cheap boots.'])
    await page.getByRole('article').filter({ hasText: text }).getByRole('checkbox').check()
  await page.getByLabel('Reason for all of them').selectOption('advertising or spam')
  await db.update(comment).set({ standing: 'deleted', deletedFrom: 'held' }).where(eq(comment.id, second.id))
  await page.getByRole('button', { name: 'Hide them' }).click()

  await expect(page.getByText('You hid 1 comment.')).toBeVisible()
  await expect(page.getByText('1 comment was left as it was:')).toBeVisible()
  expect([await standingOf(first.id), await standingOf(third.id)]).toEqual(['hidden', 'held'])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText(/^You took the decision about .+ back\.$/)).toBeVisible()
  expect(await standingOf(first.id)).toBe('held')

  await page.getByText('Decide about many at once').click()
  await page.getByLabel('All that fit this choice').check()
  await page.getByRole('button', { name: 'Approve them' }).click()
  await expect(page.getByText('You approved 2 comments.')).toBeVisible()
  await expect(page.getByText('Nothing in the queue fits this choice.')).toBeVisible()
})
