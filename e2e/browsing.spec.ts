import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { hintCookie } from '@/auth/cookies'
import { storedSessionToken } from '@/auth/session-token'
import { paragraphs } from '@/db/generate/prose'
import { randomFor } from '@/db/generate/random'
import { session } from '@/db/schema'
import { aSession } from './a-session'
import { db, expect, type Paper, test } from './fixtures'

async function aLongThread(paper: Paper) {
  const article = await paper.publish({ headline: 'Everybody had a view' })
  const random = randomFor(7, 7)
  for (let no = 1; no <= 30; no += 1) await paper.comment(article.id, paragraphs(random, 90).join('\n\n'))
  return article
}

/** Goes down to a comment far below, and from there to another page. */
async function followLinkFarBelow(page: Page) {
  const report = page.getByRole('link', { name: /^Report / }).nth(24)
  await report.scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => scrollY)
  expect(place).toBeGreaterThan(2000)
  // As where our module has not arrived: with it the form of a report opens where the link stands.
  await report.evaluate((link) => link.closest('report-link')?.replaceWith(link))
  await report.click()
  await expect(page).toHaveURL(/\/report$/)
  return place
}

const blockModule = (page: Page) => page.route('**/enhance/**', (route) => route.abort())

for (const module of ['loaded', 'blocked']) {
  test(`the way back leads to the place in a long thread, our module ${module}`, async ({ page, paper }) => {
    const article = await aLongThread(paper)
    if (module === 'blocked') await blockModule(page)
    await page.goto(article.path)
    const place = await followLinkFarBelow(page)
    await page.goBack()
    await expect(page).toHaveURL(article.path)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place)
  })
}

test.describe('with scripts', { tag: '@once' }, () => {
  test.use({ javaScriptEnabled: true })

  for (const module of ['loaded', 'blocked']) {
    test(`a browser keeps the page as it was and shows it again at once, our module ${module}`, async ({
      playwright,
      launchOptions,
      baseURL,
      paper,
    }) => {
      const article = await aLongThread(paper)
      // Playwright's browsers keep no pages otherwise.
      const keeping = { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }
      const browser = await playwright.chromium.launch(keeping)
      const page = await browser.newPage({ baseURL: baseURL ?? '' })
      if (module === 'blocked') await blockModule(page)
      await page.goto(article.path, { waitUntil: 'networkidle' })
      await page.evaluate(() => Reflect.set(window, 'wasHereBefore', true))
      const place = await followLinkFarBelow(page)
      await page.evaluate(() => history.back())
      await expect(page).toHaveURL(article.path)
      expect(await page.evaluate(() => [Reflect.get(window, 'wasHereBefore'), scrollY])).toEqual([true, place])
      await browser.close()
    })
  }

  test('what a browser keeps shows nothing of somebody who has signed out since, elsewhere', async ({
    playwright,
    launchOptions,
    baseURL,
    paper,
  }) => {
    test.slow()
    const article = await paper.publish({ headline: 'Left open' })
    const { id, cookieName, token } = await aSession('member', 'Una Kept')
    await paper.comment(article.id, 'For my eyes.', { memberId: id, standing: 'held' })
    const keeping = { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }
    const browser = await playwright.chromium.launch(keeping)
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const cookies = { [cookieName]: token, [hintCookie]: 'member' }
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL ?? '' })))
    const page = await context.newPage()
    const own = page.getByText('For my eyes.')
    for (const path of [article.path, `${article.path}/discussion`]) {
      await page.goto(path)
      await expect(own).toBeVisible()
    }
    await page.goto('/rules')
    await db.delete(session).where(eq(session.sessionToken, storedSessionToken(token)))
    for (const path of [`${article.path}/discussion`, article.path]) {
      await page.evaluate(() => history.back())
      await expect(page).toHaveURL(path)
      await expect(own).toHaveCount(0)
      await expect(page.getByText('Una Kept')).toHaveCount(0)
    }
    await browser.close()
  })

  test('a link that is pointed at is fetched early and shown from there; one to a person’s page is not', async ({
    page,
    paper,
  }) => {
    const article = await paper.publish({ headline: 'Pointed at' })
    const early: string[] = []
    page.on('request', (request) => {
      if (request.headers()['sec-purpose']?.startsWith('prefetch')) early.push(new URL(request.url()).pathname)
    })
    await page.goto(article.path, { waitUntil: 'networkidle' })
    for (const name of ['Your account', 'Join the discussion']) await page.getByRole('link', { name }).first().hover()
    const section = page.locator('.sections').getByRole('link', { name: 'Town' })
    await expect(async () => {
      await section.hover()
      expect(early).toContain('/sections/town')
    }).toPass()
    await section.click()
    await expect(page).toHaveURL('/sections/town')
    const delivery = () =>
      page.evaluate(() => Reflect.get(performance.getEntriesByType('navigation')[0] ?? {}, 'deliveryType'))
    expect(await delivery()).toBe('navigational-prefetch')
    expect(early).toEqual(['/sections/town'])
  })

  test('pages change into each other, where nobody asked for less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        sessionStorage.setItem('revealed', String(Reflect.get(event, 'viewTransition') !== null))
      })
    })
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name: 'House rules' }).click()
    await expect(page).toHaveURL('/rules')
    expect(await page.evaluate(() => sessionStorage.getItem('revealed'))).toBe('true')
  })
})
