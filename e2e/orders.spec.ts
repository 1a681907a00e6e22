import type { Page } from '@playwright/test'
import { and, eq, sql } from 'drizzle-orm'
import { articleVisit } from '@/db/schema'
import { aComment } from '@/db/testing/a-paper'
import { db, expect, test } from './fixtures'

const saidOn = (page: Page) => page.locator('.comments .comment-text').allTextContents()
const current = (page: Page) => page.locator('.thread-orders a[aria-current]')

test('readers choose an order by a link, crawlers are kept out of it, and the discussion keeps to it', async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Ferry painted' })
  await paper.comment(article.id, 'Quiet.')
  const discussed = await paper.comment(article.id, 'Discussed.')
  await paper.comment(article.id, 'Answer.', { parent: discussed })
  const [oldest, mostReplied] = [
    ['Quiet.', 'Discussed.', 'Answer.'],
    ['Discussed.', 'Answer.', 'Quiet.'],
  ]

  await page.goto(article.path)
  await expect(page.getByRole('link', { name: 'Most replied' })).toHaveAttribute('rel', 'nofollow')
  await page.getByRole('link', { name: 'Most replied' }).click()
  await expect(page).toHaveURL(`${article.path}/comments/replies/1#conversation`)
  expect(await saidOn(page)).toEqual(mostReplied)
  await expect(current(page)).toHaveText('Most replied')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${article.path}$`))
  await page.getByRole('link', { name: 'One by one' }).click()
  expect(await saidOn(page)).toEqual(oldest)
  for (const order of ['newest', 'best', 'replies', 'flat'])
    expect((await page.request.get(`${article.path}/comments/${order}/2`)).status()).toBe(404)
  expect(await (await page.request.get('/robots.txt')).text()).toContain('Disallow: /articles/*/comments/replies/')

  await page.goto(`${article.path}/discussion`)
  expect(await saidOn(page)).toEqual(oldest)
  await page.getByRole('link', { name: 'Most replied' }).click()
  await expect(page).toHaveURL(`${article.path}/discussion?order=replies#conversation`)
  await page.goto(`${article.path}/discussion`)
  expect(await saidOn(page)).toEqual(mostReplied)

  await paper.signIn('member')
  await page.goto(`${article.path}/discussion`)
  await expect(current(page)).toHaveText('Oldest first')
  await page.getByRole('link', { name: 'Newest first' }).click()
  await page.context().clearCookies({ name: 'courant-order' })
  await page.goto(`${article.path}/discussion`)
  expect(await saidOn(page)).toEqual(['Discussed.', 'Answer.', 'Quiet.'])
})

test('who comes back is led from one new comment to the next, page by page', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Harbour dredged' })
  const first = await paper.comment(article.id, 'Old.')
  const reader = await paper.signIn('member')
  await page.goto(`${article.path}/discussion`)
  await expect(page.getByText('since your last visit')).toHaveCount(0)
  await expect(page.locator('.comment-new')).toHaveCount(0)

  await db
    .update(articleVisit)
    .set({ lastLookAt: sql`now() - interval '31 minutes'` })
    .where(and(eq(articleVisit.articleId, article.id), eq(articleVisit.memberId, reader.id)))
  const own = { articleId: article.id, memberId: reader.id }
  for (let no = 2; no <= 30; no++) await aComment(own)
  const onPage2 = await aComment({ articleId: article.id, guestName: 'Gus' })
  const reply = await paper.comment(article.id, 'New reply.', { parent: first })
  const another = await paper.comment(article.id, 'New reply to it.', { parent: reply })

  await page.goto(`${article.path}/discussion`)
  await page.getByRole('link', { name: '4 new comments since your last visit' }).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${first.id}$`))
  const next = (id: string) => page.locator(`#comment-${id}`).getByRole('link', { name: 'Next new comment' })
  await next(first.id).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${reply.id}$`))
  await next(reply.id).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${another.id}$`))
  await next(another.id).click()
  const last = onPage2.id
  await expect(page).toHaveURL(new RegExp(`discussion\\?at=${last}#comment-${last}$`))
  await expect(page.locator(`#comment-${last} .comment-new`)).toHaveText('New')
  await expect(next(last)).toHaveCount(0)
})
