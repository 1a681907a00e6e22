import type { Page } from '@playwright/test'
import { listEveryPage } from './every-page'
import { expect, test } from './fixtures'

/** Collects what a browser says against its pages: violations of a policy, and whatever it writes to the console. */
async function listen(page: Page) {
  const said: string[] = []
  page.on('console', (message) => {
    // A page that is not there is an error to the console; that is what it is.
    if (!/^Failed to load resource: the server responded with a status of 4/.test(message.text()))
      said.push(`${new URL(page.url()).pathname}: ${message.text()}`)
  })
  await page.exposeFunction('tellViolation', (violation: string) => said.push(violation))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ documentURI, effectiveDirective, blockedURI, sample }) => {
      const tell = Reflect.get(window, 'tellViolation')
      tell(`${documentURI}: ${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return said
}

/** Policies without which a page would pass this test. */
async function expectPolicy(page: Page, path: string) {
  const answer = await page.goto(path, { waitUntil: 'load' })
  const headers = answer?.headers() ?? {}
  const policy = headers['content-security-policy'] ?? ''
  expect(policy, path).toMatch(/default-src '(self|none)'/)
  expect(policy, path).not.toMatch(/unsafe|strict-dynamic/)
  expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(headers, path).not.toHaveProperty('strict-transport-security')
  return policy
}

test('no document does what its policy forbids, or asks another site for anything', async ({ page, paper }) => {
  test.slow()
  const { documents } = await listEveryPage(paper)
  const said = await listen(page)
  for (const path of [...documents, '/feed.xml']) expect(await expectPolicy(page, path), path).not.toMatch(/nonce/)
  expect(said).toEqual([])
})

test('no desk does either, and React works there', async ({ page, paper, javaScriptEnabled }) => {
  test.slow()
  const { desks } = await listEveryPage(paper)
  await paper.signIn('admin')
  const said = await listen(page)
  for (const path of desks) {
    expect(await expectPolicy(page, path), path).toMatch(/script-src 'self' 'nonce-/)
    const isDrawnByReact = () =>
      page.locator('main').evaluate((main) => Object.keys(main).some((key) => key.startsWith('__reactFiber')))
    if (javaScriptEnabled) await expect.poll(isDrawnByReact, path).toBe(true)
  }
  expect(said).toEqual([])
})

test('the answers to forms keep to their policies: refused, taken and given back', async ({ page, paper }) => {
  const said = await listen(page)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('no address')
  await page.getByRole('button', { name: 'Send me a letter' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  const article = await paper.publish({ headline: 'Seal interviewed' })
  await page.goto(article.path)
  await page.getByRole('textbox', { name: 'Comment' }).fill('Arf.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await paper.signIn('member')
  await page.goto('/account')
  await page.getByLabel('Name').fill(' ')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.locator('.error-summary')).toBeVisible()
  expect(said).toEqual([])
})

test.describe('with scripts', { tag: '@once' }, () => {
  test.use({ javaScriptEnabled: true })

  test('a violation is seen by these tests, and told to the site', async ({ browser }) => {
    // Not the page that every test watches.
    const page = await browser.newPage()
    const said = await listen(page)
    const told = page.waitForRequest('**/policy-reports')
    await page.goto('/')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.append('document.title = "taken over"')
      document.head.append(script)
    })
    expect((await (await told).response())?.status()).toBe(204)
    expect(await page.title()).not.toBe('taken over')
    expect(said.join()).toContain('require-trusted-types-for trusted-types-sink')
    const makeMarkup = page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b>taken over</b>'))
    await expect(makeMarkup).rejects.toThrow("requires 'TrustedHTML' assignment")
    for (const name of ['any', 'courant-page']) {
      const makePolicy = page.evaluate((taken) => Reflect.get(window, 'trustedTypes').createPolicy(taken, {}), name)
      await expect(makePolicy).rejects.toThrow(/disallowed|already exists/)
    }
  })
})
