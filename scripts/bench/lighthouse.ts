import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'
import { provideChromium } from '../chromium'
import { runForOutput } from './child'
import { onLoadCore } from './cores'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import { median } from './statistics'
import { pagesOfPaper } from './weights'
import { milliseconds } from './words'

export const lighthouse: Part = { name: 'lighthouse', title: 'Lighthouse', measure: measureLighthouse }

const times = 5
const [longestPaint, longestBlocking] = [1200, 10]

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const scored = z.object({ score: z.number() })
const numeric = z.object({ numericValue: z.number() })
const reported = z.object({
  lighthouseVersion: z.string(),
  categories: z.object({ performance: scored, accessibility: scored, 'best-practices': scored, seo: scored }),
  audits: z.object({ 'largest-contentful-paint': numeric, 'total-blocking-time': numeric }),
})

type Report = z.infer<typeof reported>

async function measureLighthouse(run: Run): Promise<Chapter> {
  const title = 'Lighthouse, as on a phone'
  const program = findLighthouse()
  if (!program) return { title, about: 'Not measured: `npm install -g lighthouse` brings it.', findings: [], notes: [] }
  const chromium = await provideChromium(run.say)
  return withSite(async (site) => {
    const [findings, versions] = [[] as Finding[], new Set<string>()]
    for (const { title: page, path, isUnlisted } of pagesOfPaper) {
      const reports: Report[] = []
      for (let time = 1; time <= times; time++) {
        run.say(`${page}: ${time} of ${times}`)
        reports.push(await look(program, chromium, site.url + path(run.paper), isUnlisted))
      }
      for (const { lighthouseVersion } of reports) versions.add(lighthouseVersion)
      findings.push(...told(page, reports))
    }
    const about = `Lighthouse ${[...versions].join(', ')} with its slow phone, the median of ${times} visits to each page.`
    return { title, about, findings, notes: [] }
  })
}

/** Where it is installed for all, which is how its page tells people to install it. */
function findLighthouse() {
  const file = env()
    .path.split(delimiter)
    .map((folder) => join(folder, 'lighthouse'))
    .find(existsSync)
  return file && realpathSync(file)
}

async function look(program: string, chromium: string, url: string, isUnlisted = false) {
  const flags = `--headless=new --disable-gpu${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`
  const wish = ['--quiet', '--output=json', `--only-categories=${categories.join(',')}`, `--chrome-flags=${flags}`]
  if (isUnlisted) wish.push('--skip-audits=is-crawlable')
  const command = [process.execPath, program, url, ...wish, '--no-enable-error-reporting'] as const
  const json = await runForOutput(onLoadCore(['env', `CHROME_PATH=${chromium}`, ...command]))
  return reported.parse(JSON.parse(json))
}

function told(page: string, reports: readonly Report[]): Finding[] {
  const middle = (read: (report: Report) => number) => median(reports.map(read))
  const score = (name: (typeof categories)[number]) =>
    Math.round(middle((report) => report.categories[name].score) * 100)
  const scores = categories.map(score)
  const paint = middle(({ audits }) => audits['largest-contentful-paint'].numericValue)
  const blocking = middle(({ audits }) => audits['total-blocking-time'].numericValue)
  return [
    {
      what: `${page}: performance, accessibility, best practices, SEO`,
      measured: scores.join(', '),
      promised: '100 each',
      holds: scores.every((points) => points === 100),
    },
    {
      what: `${page}: largest contentful paint`,
      measured: milliseconds(paint),
      promised: `under ${longestPaint} ms`,
      holds: paint < longestPaint,
    },
    {
      what: `${page}: total blocking time`,
      measured: milliseconds(blocking),
      promised: `under ${longestBlocking} ms`,
      holds: blocking < longestBlocking,
    },
  ]
}
