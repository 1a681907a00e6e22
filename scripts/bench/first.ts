import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { invalidate, tags, transact } from '@/db/invalidate'
import { articleCount } from '@/db/schema'
import { commentWords } from '@/lib/words/comment'
import { share } from '../console'
import { ask, requireComments, requirePage, textOf } from './answer'
import { builtSources } from './built-source'
import type { ArticleOfPaper } from './paper'
import { type Part, type Run, withSite } from './part'
import { readProfile, type Spent, spentWithin } from './profile'
import type { Chapter, Finding } from './report'
import type { Site } from './site'
import { median, percentile } from './statistics'
import { milliseconds } from './words'

const [medianAim, p99Aim] = [12, 25]
const warmUp = 40
/** How long an invalidation is given to reach the site. */
const hearing = 40

export const first: Part = { name: 'first', title: 'First renderings', measure: measureFirst }

async function measureFirst(run: Run): Promise<Chapter> {
  const { withFew, withMany } = run.paper
  const findings = await withSite(async (site) => {
    const measured: Finding[] = []
    for (const article of [withFew, withMany]) {
      await renderings(run, site, article, warmUp)
      const before = site.processorTime()
      const times = await renderings(run, site, article, run.length.renderings)
      measured.push(...told(article, times), ...computed(article, before, site.processorTime(), times.length))
    }
    return measured
  })
  const notes = [await whereTheTimeGoes(run, withFew), await whereTheTimeGoes(run, withMany)]
  return {
    title: 'First renderings',
    about:
      'One at a time. Before each the article, its counts and its comments are invalidated, and a number of likes is written that the page has to show. The time is from the question to the last compressed byte.',
    findings,
    notes,
  }
}

function told({ comments }: ArticleOfPaper, times: readonly number[]): Finding[] {
  const line = (what: string, ms: number, aim: number) => ({
    what: `${comments} comments, ${what}`,
    measured: milliseconds(ms),
    promised: `at most ${aim} ms`,
    holds: ms <= aim,
  })
  return [line('median', median(times), medianAim), line('99 % within', percentile(times, 0.99), p99Aim)]
}

function computed({ comments }: ArticleOfPaper, before = 0, after = 0, times: number): Finding[] {
  const what = `${comments} comments, processor time of the site for each`
  return after > before ? [{ what, measured: milliseconds((after - before) / times) }] : []
}

/** Milliseconds of so many renderings. One that shows old likes came before the site heard, and is asked for again. */
async function renderings(run: Run, site: Site, article: ArticleOfPaper, times: number) {
  const taken: number[] = []
  for (let likes = 1; taken.length < times; likes++) {
    if (likes > times * 1.2) throw new Error(`${article.path}: the site does not hear of invalidations`)
    run.say(`${article.comments} comments: ${times === warmUp ? 'warming' : share(taken.length, times)}`)
    await purge(article, likes)
    await pause(hearing)
    const answer = requirePage(await ask(site.url + article.path), article.path)
    const html = textOf(answer)
    requireComments(html, article.path, article.comments)
    if (html.includes(`"${commentWords.like(likes)}"`)) taken.push(answer.ms)
  }
  return taken
}

function purge({ id, slug }: ArticleOfPaper, likes: number) {
  return transact(async (tx) => {
    await tx.update(articleCount).set({ likes }).where(eq(articleCount.articleId, id))
    await invalidate(tx, [tags.slug(slug), tags.article(id), tags.counts(id), tags.comments(id)], 'now')
  })
}

/** The same again on a site that Node takes samples of, since that makes it slower. */
async function whereTheTimeGoes(run: Run, article: ArticleOfPaper) {
  const folder = join(run.folder, `profile-${article.comments}`)
  const times = Math.min(run.length.renderings, 100)
  let [from, to, passed] = [0n, 0n, 0]
  await withSite(
    async (site) => {
      await renderings(run, site, article, warmUp)
      from = process.hrtime.bigint()
      passed = (await renderings(run, site, article, times)).reduce((sum, ms) => sum + ms, 0)
      to = process.hrtime.bigint()
    },
    ['--cpu-prof', '--cpu-prof-dir', folder],
  )
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'))
  const profile = readProfile(join(folder, file ?? ''))
  const spent = spentWithin(profile, Number(from / 1000n), Number(to / 1000n), builtSources())
  return sentence(article.comments, passed / times, spent, times)
}

function sentence(comments: number, wholeMs: number, spent: readonly Spent[], times: number) {
  const busy = spent.reduce((sum, { ms }) => sum + ms, 0)
  const parts = spent
    .slice(0, 8)
    .map(({ where, ms }) => `${where} ${milliseconds(ms / times)} (${Math.round((ms / busy) * 100)} %)`)
  return `Where the time goes with ${comments} comments: of ${milliseconds(wholeMs)} a rendering took on average while Node took samples, the site computed for ${milliseconds(busy / times)}, what follows the answer included. That was ${parts.join(', ')}.`
}
