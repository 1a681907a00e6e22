import { conversationPath } from '@/domain/moderation/addresses'
import { conversationWords as words } from '@/lib/words/conversation'
import { expect, test } from './fixtures'

test('a moderator closes a conversation, which readers are told, and has it read first after that', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Late sitting' })
  await paper.signIn('moderator')
  await page.goto(conversationPath(article.slug))
  await page.getByLabel('closed', { exact: true }).check()
  await page.getByLabel(words.note).fill('The sitting is over.')
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByText(words.saved)).toBeVisible()
  await expect(page.getByText('comments are: closed (before: open)')).toBeVisible()
  await page.getByRole('link', { name: words.toArticle }).click()
  await expect(page.getByText(words.closed.closed)).toBeVisible()
  await expect(page.getByLabel('Comment', { exact: true })).toHaveCount(0)

  await page.goto(conversationPath(article.slug))
  await page.getByLabel(words.modes.premoderated).check()
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByText(words.saved)).toBeVisible()
  await page.goto(article.path)
  await expect(page.getByText(words.premoderated)).toBeVisible()
})
