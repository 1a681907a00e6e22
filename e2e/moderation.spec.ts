import type { Page } from '@playwright/test'
import { updateText } from '@/db/queries/comment-changes'
import { reportComment } from '@/domain/comment/report-comment'
import { hideComment } from '@/domain/moderation/decide-comment'
import { db, expect, test } from './fixtures'
import { expectNoViolation } from './no-violation'

const queueOf = (article: { slug: string }, tab = 'held') => `/moderation?tab=${tab}&article=${article.slug}`
const entry = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

test('a moderator approves a waiting comment from the queue, and readers see it', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Ferry runs late' })
  await paper.comment(article.id, 'I waited an hour.', { standing: 'held' })
  await paper.comment(article.id, 'And I two.', { standing: 'held' })
  await paper.signIn('moderator')

  await page.goto(queueOf(article))
  await expect(page.getByRole('link', { name: /^Held \(\d+\)$/ })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('article').first()).toContainText('I waited an hour.')
  await expectNoViolation(page, javaScriptEnabled)
  await entry(page, 'I waited an hour.')
    .getByRole('button', { name: /^Approve/ })
    .click()

  await expect(page.getByText(/^You approved .+’s comment\.$/)).toBeVisible()
  await expect(page).toHaveURL(/article=.+#said$/)
  await expect(entry(page, 'I waited an hour.')).toHaveCount(0)
  await entry(page, 'And I two.')
    .getByRole('button', { name: /^Approve/ })
    .click()
  await expect(page.getByText('Nothing in the queue fits this choice.')).toBeVisible()

  await page.goto(article.path)
  await expect(page.getByText('Total Comments (2)')).toBeVisible()
  await expect(page.getByText('I waited an hour.')).toBeVisible()
})

test('hiding wants a reason, keeps the typed note, leaves a placeholder, and can be undone', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Mayor resigns' })
  const comment = await paper.comment(article.id, 'Unprintable words.')
  await reportComment(
    await paper.signIn('member'),
    { commentId: comment.id, reason: 'hate', note: 'See for yourself.' },
    { visitorKey: null, addressHash: 'a' },
  )
  await paper.signIn('moderator')
  await page.goto(queueOf(article, 'reported'))
  await expect(entry(page, 'Unprintable words.')).toContainText('See for yourself.')
  await expectNoViolation(page, javaScriptEnabled)

  await page.getByLabel('Note for the log').fill('Third time this week.')
  await page.getByRole('button', { name: /^Hide/ }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /choose a reason/i })).toBeVisible()
  await expect(page.getByLabel('Note for the log')).toHaveValue('Third time this week.')
  await expectNoViolation(page, javaScriptEnabled)

  await page.getByLabel('Reason for hiding').selectOption('personal attack')
  await page.getByRole('button', { name: /^Hide/ }).click()
  await expect(page.getByText(/^You hid .+ Reason: personal attack\.$/)).toBeVisible()
  await expect(page).toHaveURL(/\/moderation\?.*article=/)

  const read = await page.request.get(article.path)
  expect(await read.text()).not.toContain('Unprintable')
  expect(await read.text()).toContain('rule 3, personal attack')

  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText(/^You took the decision about .+’s comment back\.$/)).toBeVisible()
  expect(await (await page.request.get(article.path)).text()).toContain('Unprintable words.')
  await expect(entry(page, 'Unprintable words.')).toContainText('See for yourself.')
})

test('who comes second is told who was first and when, and keeps the note', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Two at a desk' })
  const comment = await paper.comment(article.id, 'Buy my boots.', { standing: 'held' })
  const colleague = await paper.signIn('moderator', 'Mira Stound')
  await paper.signIn('moderator')
  await page.goto(queueOf(article))
  await page.getByLabel('Note for the log').fill('Boots again.')
  await hideComment(colleague, { commentId: comment.id, seenAs: 'held', reason: 'spam', note: '' })
  await page.getByRole('button', { name: /^Approve/ }).click()

  await expect(page.getByRole('alert').filter({ hasText: /^Mira Stound hid this comment at \d\d:\d\d/ })).toBeVisible()
  await expect(page.getByLabel('Note for the log')).toHaveValue('Boots again.')
})

test('a text that its author changed meanwhile is read again before it is approved', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Rewritten' })
  const comment = await paper.comment(article.id, 'Lovely weather.', { standing: 'held' })
  await paper.signIn('moderator')
  await page.goto(queueOf(article))
  await page.getByLabel('Note for the log').fill('Harmless.')
  await db.transaction((tx) =>
    updateText(comment.id, { text: 'Buy my boots.', heldBecause: 'guest', findings: null }, new Date(), tx),
  )
  await page.getByRole('button', { name: /^Approve/ }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'Its author changed the text' })).toBeVisible()
  await expect(page.getByText('Buy my boots.').first()).toBeVisible()
  await expect(page.getByLabel('Note for the log')).toHaveValue('Harmless.')
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByText(/^You approved/)).toBeVisible()
})

test('a reported comment that is kept stays, and its reports are closed', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Band plays on' })
  const comment = await paper.comment(article.id, 'Too loud for me.')
  const reader = await paper.signIn('member')
  await reportComment(
    reader,
    { commentId: comment.id, reason: 'off-topic', note: '' },
    { visitorKey: null, addressHash: 'a' },
  )
  await paper.signIn('moderator')
  await page.goto(queueOf(article, 'reported'))
  await page.getByRole('button', { name: /^Keep/ }).click()
  await expect(page.getByText(/^You kept .+ dismissed its reports\.$/)).toBeVisible()
  await expect(entry(page, 'Too loud for me.')).toHaveCount(0)

  await page.getByRole('link', { name: 'Look at the comment' }).click()
  await expect(page.getByText('dismissed: the comment stands')).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveCount(3)
})

test('a comment’s page shows its thread with what is hidden in it, and every decision', async ({
  page,
  paper,
  javaScriptEnabled,
}) => {
  const article = await paper.publish({ headline: 'Long quarrel' })
  const root = await paper.comment(article.id, 'It was the mayor.')
  const reply = await paper.comment(article.id, 'It was you.', { parent: root, standing: 'held' })
  const moderator = await paper.signIn('moderator')
  await hideComment(moderator, { commentId: root.id, seenAs: 'visible', reason: 'privacy', note: 'names a child' })

  await page.goto(`/moderation/comments/${reply.id}`)
  const thread = page.getByRole('region', { name: 'The thread' })
  await expect(thread.getByRole('listitem')).toHaveCount(2)
  await expect(thread).toContainText('Removed by a moderator: rule 4, private facts about a person')
  await expect(thread).toContainText('It was the mayor.')
  await expectNoViolation(page, javaScriptEnabled)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByText(/^You approved/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' })).toContainText('approved it.')
  await expect(page.getByRole('button', { name: /^Hide/ })).toBeVisible()

  await thread.getByRole('link', { name: /^Open/ }).click()
  await expect(page.getByRole('region', { name: 'History' })).toContainText('names a child')
  await page.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByText(/^You restored/)).toBeVisible()
})

test('the desk is closed to strangers, members and editors, each of its pages', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'No entry' })
  const comment = await paper.comment(article.id, 'Waiting words.', { standing: 'held' })
  const pages = ['/moderation', '/moderation/rules', `/moderation/comments/${comment.id}`]
  for (const path of pages) {
    await page.goto(path)
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`)
  }
  for (const rank of ['member', 'editor'] as const) {
    await paper.signIn(rank)
    for (const path of pages) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(403)
      expect(await page.content()).not.toContain('Waiting words.')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
  }
  await paper.signIn('admin')
  expect((await page.goto(pages[0] ?? ''))?.status()).toBe(200)
  expect((await page.goto('/moderation/comments/0190a1b2-0000-7000-8000-000000000001'))?.status()).toBe(404)
  expect((await page.goto('/moderation/comments/x'))?.status()).toBe(404)
})

test('a moderator whose session ended gets the note back', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Session ends' })
  await paper.comment(article.id, 'Some words.', { standing: 'held' })
  await paper.signIn('moderator')
  await page.goto(queueOf(article))
  await page.getByLabel('Note for the log').fill('Long thoughts about it.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByText(/no longer signed in|you may no longer do this/)).toBeVisible()
  await expect(page.getByLabel(/^note(?! about)/i)).toHaveValue('Long thoughts about it.')
})
