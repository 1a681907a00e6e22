import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { like } from 'drizzle-orm'
import { rateLimit, sanction } from '@/db/schema'
import { makeOwnerLink } from '@/domain/member/owner-link'
import { db, expect, test } from './fixtures'
import { arrived, codeIn, linkIn } from './letter'

const anAddress = () => `${randomBytes(5).toString('hex')}@example.org`

async function askForLetter(page: Page, email: string, path = '/sign-in') {
  await page.goto(path)
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Send me a letter' }).click()
}

// All tests come from one address: what it may ask for in ten minutes is not what they are about.
test.beforeEach(async ({ paper: _ }) => {
  await db.delete(rateLimit).where(like(rateLimit.key, 'sign-in-prefix/%'))
  await db.delete(rateLimit).where(like(rateLimit.key, 'sign-in-redeem/%'))
})

test('a reader signs in by the code and is back at the conversation', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Ferry late' })
  const email = anAddress()
  await askForLetter(page, email, `/sign-in?next=${article.path}/discussion`)
  await expect(page.getByRole('heading', { name: 'We have sent you a letter' })).toBeVisible()
  const code = codeIn(await arrived(() => paper.letterTo(email)))

  await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('not the digits of the newest letter')).toBeVisible()

  await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${article.path}/discussion`)
  await page.goto('/account')
  await expect(page.getByText(email)).toBeVisible()
})

test('opening the link does nothing, its button signs in, in any browser and once', async ({
  page,
  paper,
  browser,
}) => {
  const email = anAddress()
  await askForLetter(page, email)
  const link = linkIn(await arrived(() => paper.letterTo(email)))
  await page.request.head(link)
  await page.request.get(link)
  const callback = link.replace('/sign-in/confirm', '/api/auth/callback/email')
  expect((await page.request.get(callback, { maxRedirects: 0 })).status()).toBe(303)

  const phone = await (await browser.newContext()).newPage()
  for (const visited of [phone, page]) {
    await visited.goto(link)
    await expect(visited.getByText(email)).toBeVisible()
    await visited.getByRole('button', { name: 'Sign in' }).click()
  }
  await expect(phone).toHaveURL('/account')
  await expect(page.getByText('This link was used before')).toBeVisible()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  await phone.context().close()
})

test('five wrong codes are the end of the code, and not of the link', async ({ page, paper }) => {
  const email = anAddress()
  await askForLetter(page, email)
  const letter = await arrived(() => paper.letterTo(email))
  const wrong = codeIn(letter) === '000000' ? '000001' : '000000'
  for (const typed of [wrong, wrong, wrong, wrong, wrong, codeIn(letter)]) {
    await page.getByLabel('Code').fill(typed)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
    await expect(page.getByRole('alert').filter({ hasText: /digits of the newest|no longer works/ })).toBeVisible()
  }
  await expect(page.getByText('no longer works')).toBeVisible()

  await page.goto(linkIn(letter))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')
})

test('the answer is the same for an address that is known and one that is not', async ({ page, paper, browser }) => {
  const [known, unknown] = [anAddress(), anAddress()]
  await askForLetter(page, known)
  await expect(page).toHaveURL(/sign-in\/check/)
  await page.goto(linkIn(await arrived(() => paper.letterTo(known))))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')

  const answers = []
  for (const email of [known, unknown]) {
    const stranger = await (await browser.newContext()).newPage()
    await askForLetter(stranger, email)
    await expect(stranger).toHaveURL('/sign-in/check')
    const cookies = (await stranger.context().cookies()).map((cookie) => cookie.name)
    answers.push({ text: await stranger.locator('main:visible').textContent(), cookies })
    expect(await arrived(() => paper.letterTo(email))).toContain(email)
    await stranger.context().close()
  }
  expect(answers[0]).toEqual(answers[1])
})

test('after five letters the sixth is refused, and the address is kept', async ({ page }) => {
  const email = anAddress()
  for (let letter = 0; letter < 5; letter++) {
    await askForLetter(page, email)
    await expect(page).toHaveURL('/sign-in/check')
  }
  await askForLetter(page, email)

  await expect(page.getByText('You have asked for several letters')).toBeVisible()
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(email)
})

test('what is no address is refused with a sentence, and kept', async ({ page }) => {
  await askForLetter(page, 'ida at example')

  await expect(page.getByRole('alert').filter({ hasText: 'Please enter an e-mail address' })).toBeVisible()
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('ida at example')
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('nobody is sent on to another site', async ({ page, paper }) => {
  await paper.signIn()
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%09/evil.example']) {
    await page.goto(`/sign-in?next=${next}`)
    await expect(page.getByRole('link', { name: 'Go on' })).toHaveAttribute('href', '/account')
  }
})

test('a person signs another browser out, then their own', async ({ page, paper, browser }) => {
  const email = anAddress()
  const laptop = await (await browser.newContext()).newPage()
  let before: string | undefined
  for (const device of [laptop, page]) {
    await askForLetter(device, email)
    before = await arrived(() => (paper.letterTo(email) === before ? undefined : paper.letterTo(email)))
    await device.getByLabel('Code').fill(codeIn(before))
    await device.getByRole('button', { name: 'Sign in' }).click()
    await expect(device).toHaveURL('/account')
  }
  await page.goto('/account')
  await page.getByRole('button', { name: /^Sign out of/ }).click()
  await expect(page.getByText('That browser is signed out.')).toBeVisible()
  await laptop.goto('/account')
  await expect(laptop).toHaveURL('/sign-in?next=%2Faccount')

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/')
  // Which node took the last form is said for some seconds, and nothing of the person.
  const left = (await page.context().cookies()).map((cookie) => cookie.name).filter((name) => name !== 'courant-wrote')
  expect(left).toEqual(['courant-visitor'])
  await laptop.context().close()
})

test('a name is chosen; one of the newsroom is refused and kept in the field', async ({ page, paper }) => {
  await paper.signIn()
  await page.goto('/account')
  await page.getByLabel('Public name').fill('Moderat0r')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'one of the newsroom' })).toBeVisible()
  await expect(page.getByLabel('Public name')).toHaveValue('Moderat0r')

  // The paper is the same in each browser, and there a name is one person's.
  const family = [...randomBytes(8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
  await page.getByLabel('Public name').fill(`Ida O’${family}`)
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  await expect(page.getByLabel('Public name')).toHaveValue(`Ida O'${family}`)
})

test('a ban is felt on the next request', async ({ page, paper }) => {
  const person = await paper.signIn()
  await page.goto('/account')
  await expect(page.getByText('You are banned')).toHaveCount(0)
  await db.insert(sanction).values({ memberId: person.id, kind: 'ban', reason: 'spam' })

  await page.goto('/account')
  await expect(page.getByText('You are banned')).toBeVisible()
  await page.getByLabel('Public name').fill('Ida Quayle')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('You may not change your account')).toBeVisible()
})

test("the owner's link signs in by its button, once", async ({ page, paper }) => {
  await paper.publish({ headline: 'Owner signs in' })
  const link = await makeOwnerLink()
  await page.request.get(link)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')
  await expect(page.getByText('Admin')).toBeVisible()

  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('This link was used before')).toBeVisible()
})
