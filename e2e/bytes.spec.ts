import { paragraphs } from '@/db/generate/prose'
import { randomFor } from '@/db/generate/random'
import { expect, test } from './fixtures'

/** Loading is what is measured, in a browser that would load scripts. */
test.use({ javaScriptEnabled: true })

/** Bytes as they came over the wire, by what they are. */
function listLoaded() {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  return (entries as PerformanceResourceTiming[]).map(({ name, encodedBodySize, decodedBodySize }) => ({
    path: new URL(name).pathname,
    bytes: encodedBodySize,
    isCompressed: encodedBodySize < decodedBodySize,
  }))
}

test('an article with 50 comments is at most 60 kB of HTML and CSS, and all its script 10 kB', {
  tag: '@once',
}, async ({ page, paper }) => {
  test.slow()
  const random = randomFor(4, 4)
  const text = paragraphs(random, 900).join('\n\n')
  const article = await paper.publish({ headline: 'Harbour measured', text })
  for (let no = 1; no <= 30; no += 1) {
    const words = paragraphs(random, 60).join('\n\n')
    const parent = await paper.comment(article.id, words)
    if (no <= 20) await paper.comment(article.id, paragraphs(random, 60).join('\n\n'), { parent })
  }
  await page.goto(article.path, { waitUntil: 'networkidle' })
  await expect(page.locator('.comment')).toHaveCount(50)
  await expect(page.getByText('Total Comments (50)')).toBeVisible()

  const loaded = await page.evaluate(listLoaded)
  const read = loaded.filter(({ path }) => path === article.path || path.endsWith('.css'))
  const scripts = loaded.filter(({ path }) => /\.m?js$/.test(path))
  const sum = (files: typeof loaded) => files.reduce((bytes, file) => bytes + file.bytes, 0)
  expect(read.map(({ path }) => path)).toEqual([article.path])
  expect(read.filter(({ isCompressed }) => !isCompressed)).toEqual([])
  expect(sum(read)).toBeGreaterThan(5_000)
  expect(sum(read)).toBeLessThanOrEqual(60_000)
  expect(sum(scripts)).toBeLessThanOrEqual(10_000)
})
