import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** axe is a script itself, so it looks only where scripts run; without them the page is the same. */
export async function expectNoViolation(page: Page, hasScripts: boolean) {
  if (!hasScripts) return
  // Without it axe opens a page of its own each time, to put together what it found in frames: there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
