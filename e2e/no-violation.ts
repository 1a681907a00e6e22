import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** axe is a script itself, so it looks only where scripts run; without them the page is the same. */
export async function expectNoViolation(page: Page, hasScripts: boolean) {
  if (!hasScripts) return
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
