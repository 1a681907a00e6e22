import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** Presses Tab until the wanted thing has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`not reached by Tab: ${wanted}`)
}

/** Tabs to a button and presses it. */
export async function pressButton(page: Page, name: string | RegExp) {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

/**
 * A new page is read from its beginning: from its heading, where scripts put it in the place of the one before, else
 * the first Tab is the way past the masthead.
 */
export async function expectBeginning(page: Page, title: string) {
  const heading = page.getByRole('heading', { level: 1, name: title, exact: true }).filter({ visible: true })
  await expect(heading).toBeVisible()
  const isFocused = await expect(heading)
    .toBeFocused({ timeout: 1000 })
    .then(
      () => true,
      () => false,
    )
  if (isFocused) return
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
}

/** The page says what was just done, and the keyboard goes on from there. */
export async function expectSaid(page: Page, said: string | RegExp) {
  const notice = page.locator('#said').filter({ visible: true })
  await expect(notice).toContainText(said)
  await expect(notice).toBeFocused()
}

/** The form says what is wrong with it, and the keyboard goes on from there. */
export async function expectFault(page: Page, fault: string) {
  const summary = page.locator('.error-summary').filter({ visible: true })
  await expect(summary).toContainText(fault)
  await expect(summary).toBeFocused()
}
