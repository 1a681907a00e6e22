import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** axe is itself a script: these run where scripts run, on the same HTML that everybody gets. */
test.use({ javaScriptEnabled: true })

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can be otherwise in the dark: the document and its widths are the same. */
const ofColours = ['color-contrast', 'link-in-text-block']

async function expectNoViolation(page: Page, path: string) {
  await page.goto(path)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      // Without it axe opens a page of its own each time, to put together what it found in frames: there are none.
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations, passes } = await (colorScheme === 'light'
        ? axe.withTags(everything)
        : axe.withRules(ofColours)
      ).analyze()
      expect(passes, `axe looked at ${path}`).not.toEqual([])
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      )
      expect(told, `${path} ${colorScheme} ${width}`).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    }
  }
}

const reading = [
  '/',
  '/sections/town',
  '/topics/courts',
  '/authors/callum-ockley',
  '/archive',
  '/rules',
  '/articles/dredging-invoices',
  '/articles/sker-ferry-fares',
  '/articles/sker-ferry-fares/discussion',
  '/search',
  '/search?q=harbour',
  '/search?q=xyzzy',
  '/sign-in',
  '/sign-in/check',
  '/nowhere',
  '/articles/nowhere',
]

for (const path of reading) {
  test(`no barrier on ${path}`, async ({ page }) => {
    test.slow()
    await expectNoViolation(page, path)
  })
}

test('no barrier on a withdrawn article, a report, and a thread of its own', async ({ page, paper }) => {
  test.slow()
  const withdrawn = await paper.publish({ headline: 'Wrong from the start' })
  await paper.withdraw(withdrawn.id, 'It was wrong.')
  await expectNoViolation(page, withdrawn.path)
  const article = await paper.publish({ headline: 'Right from the start' })
  const comment = await paper.comment(article.id, 'Indeed.')
  await expectNoViolation(page, `/comments/${comment.id}/report`)
  await expectNoViolation(page, `${article.path}/comments/thread/${comment.id}`)
})

test('no barrier for a member, with a waiting comment, a refused form and an account', async ({ page, paper }) => {
  test.slow()
  const article = await paper.publish({ headline: 'Vote is taken' })
  const person = await paper.signIn('member')
  await paper.comment(article.id, 'I wait.', { memberId: person.id, standing: 'held' })
  await expectNoViolation(page, `${article.path}/discussion`)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Write something first.' })).toBeVisible()
  await expectNoViolation(page, page.url())
  await expectNoViolation(page, '/account')
})

test('no barrier at the moderators’ desk', async ({ page, paper }) => {
  test.slow()
  const article = await paper.publish({ headline: 'Held up' })
  const comment = await paper.comment(article.id, 'Let me through.', { standing: 'held' })
  await paper.signIn('moderator')
  await expectNoViolation(page, '/moderation')
  await expectNoViolation(page, `/moderation/comments/${comment.id}`)
  await expectNoViolation(page, '/moderation/rules')
  await paper.signIn('admin')
  await expectNoViolation(page, '/moderation/rules')
})

test('no barrier in the newsroom', async ({ page, paper }) => {
  test.slow()
  const article = await paper.publish({ headline: 'Being written' })
  await paper.signIn('editor')
  await expectNoViolation(page, '/newsroom')
  await expectNoViolation(page, '/newsroom/articles/new')
  await expectNoViolation(page, `/newsroom/articles/${article.id}`)
})
