import { eq } from 'drizzle-orm'
import { comment } from '@/db/schema'
import { aList } from '@/domain/word-filter/testing/a-list'
import { newId } from '@/lib/new-id'
import { db, expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

/** A word that no other walk writes. */
const aWord = () =>
  `zyx${newId()
    .slice(-8)
    .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`

test('a moderator uploads terms, tries them on earlier comments and switches them on', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const [word, name] = [aWord(), `List ${newId()}`]
  const article = await paper.publish({ headline: 'Gulls return' })
  const earlier = await paper.comment(article.id, `They ate my ${word.toUpperCase()}.`)
  await db
    .update(comment)
    .set({ createdAt: new Date(Date.now() - 60_000) })
    .where(eq(comment.id, earlier.id))
  await paper.signIn('moderator')

  await page.goto('/moderation/filter')
  await page.getByLabel('Name of the list').fill(name)
  await page.getByLabel('is refused, and its writer told').check()
  await page.getByLabel('Terms, one a line').fill('x')
  await page.getByRole('button', { name: 'Make the list' }).click()
  await expect(page.locator('.error-summary')).toContainText('line 1, “x”, is too short')
  await expect(page.getByLabel('Name of the list')).toHaveValue(name)
  await expect(page.getByLabel('is refused, and its writer told')).toBeChecked()
  await page.getByLabel('Terms, one a line').fill('')
  const file = { name: 'terms.txt', mimeType: 'text/plain', buffer: Buffer.from(`# gulls\n${word}\n`) }
  await page.getByLabel('Or a text file with one term a line').setInputFiles(file)
  await page.getByRole('button', { name: 'Make the list' }).click()
  await expect(page.getByText(`The list “${name}” is made.`)).toBeVisible()
  await expectNoViolation(page, javaScriptEnabled)

  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText(`“${name}” is being tried.`)).toBeVisible()
  await expect(async () => {
    if (javaScriptEnabled === false) await page.reload()
    await expect(page.getByText(/^It would have refused 1 of .+ comments, of which 1 was approved\.$/)).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('mark')).toHaveText(word.toUpperCase())
  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText(`“${name}” is in force from now on.`)).toBeVisible()
})

test('a writer whose comment has a banned term gets the text back', async ({ page, paper }) => {
  const word = aWord()
  await aList({ terms: [word], level: 'banned', mode: 'on' })
  const article = await paper.publish({ headline: 'Gulls stay' })
  await paper.signIn('member')
  await page.goto(`${article.path}/discussion`)
  const text = `Mine, too: ${[...word].join('.')}!`
  await page.getByRole('textbox', { name: 'Comment' }).fill(text)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText(/It has words that are not published here/).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue(text)
})
