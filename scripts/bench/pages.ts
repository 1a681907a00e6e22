import { acceptEncoding, ask, requireComments, requirePage, textOf } from './answer'
import { type Contender, compare, connections, longestHead } from './compare'
import { loadProgram } from './load'
import { hasNginx, startNginx } from './nginx'
import type { Paper } from './paper'
import { type Part, type Run, withSite } from './part'
import { startPlainNode } from './plain-node'
import type { Chapter, Finding } from './report'
import { settle, untilIdle } from './settle'
import { startPlainNext } from './site'
import { count, kilobytes, milliseconds, ratio } from './words'

type Page = { name: string; title: string; path: (paper: Paper) => string; comments?: number }

const pages: readonly Page[] = [
  { name: 'article', title: 'An article with 200 comments', path: (paper) => paper.withMany.path, comments: 200 },
  { name: 'front', title: 'The front page', path: () => '/' },
  { name: 'section', title: 'A section', path: (paper) => paper.sectionPath },
  { name: 'feed', title: 'The feed', path: () => '/feed.xml' },
]

/** Node's own server, which gives everybody the same without looking: what is left for a site that Node serves. */
const constantAnswer = 'one answer by Node'
const [leastOfNginx, leastOfNext] = [0.45, 30]

export const pageParts: readonly Part[] = [
  ...pages.map((page) => ({ ...page, measure: (run: Run) => measurePage(run, page) })),
  { name: 'unchanged', title: 'An article that the reader has already', measure: measureUnchanged },
]

async function measurePage(run: Run, page: Page): Promise<Chapter> {
  const path = page.path(run.paper)
  const results = await withRivals(run, path, (rivals) => compare(run, rivals.map(wholePage)), page.comments)
  return {
    title: page.title,
    about: `Whole and compressed, asked for by ${loadProgram} on ${connections} connections.`,
    findings: [...rates(results), ...ratios(results)],
    notes: [],
  }
}

const wholePage = ({ name, url, bytes, encoding, rest }: Rival): Contender => ({
  name,
  rest,
  sends: `${kilobytes(bytes)} ${encoding}`,
  url,
  headers: { 'Accept-Encoding': acceptEncoding },
  least: bytes,
  most: bytes + longestHead,
})

async function measureUnchanged(run: Run): Promise<Chapter> {
  const results = await withRivals(run, run.paper.withMany.path, async (rivals) => {
    const contenders: Contender[] = []
    for (const { name, url, etag, rest } of rivals) {
      if (etag === undefined || name === constantAnswer) continue
      const headers = { 'Accept-Encoding': acceptEncoding, 'If-None-Match': etag }
      const { status } = await ask(url, { 'if-none-match': etag })
      if (status !== 304) throw new Error(`${name} answered ${status} to the ETag that it had just given`)
      contenders.push({ name, url, headers, rest, sends: 'no body', least: 50, most: longestHead })
    }
    return compare(run, contenders)
  })
  return {
    title: 'An article that the reader has already',
    about:
      'The same article, asked for with the ETag that came with it: the answer is 304. Next by itself gives no ETag.',
    findings: [...rates(results), ...ratios(results)],
    notes: [],
  }
}

type Rival = Pick<Contender, 'name' | 'url' | 'rest'> & { bytes: number; encoding: string; etag: string | undefined }
type Result = Awaited<ReturnType<typeof compare>>[number]

/**
 * The site, nginx and Node's own server with the very bytes that the site sends, and Next without the site's server, all
 * serving one page.
 */
async function withRivals(
  run: Run,
  path: string,
  work: (rivals: Rival[]) => Promise<Result[]>,
  comments = 0,
): Promise<Result[]> {
  return withSite(async (site) => {
    const page = await settle(run.folder, site.url + path)
    requireComments(textOf(page), path, comments)
    const file = { path, body: page.body, type: String(page.headers['content-type']), encoding: page.encoding }
    const nginx = hasNginx() ? await startNginx(run.folder, [file]) : undefined
    const node = await startPlainNode(run.folder, path, page)
    const next = await startPlainNext()
    try {
      const rivals = [await asRival('the site', site.url + path)]
      if (nginx) rivals.push(await asRival('nginx', nginx.url + path))
      rivals.push(await asRival(constantAnswer, node.url + path))
      rivals.push({ ...(await asRival('next start', next.url + path)), rest: () => untilIdle(next) })
      // A page that was compressed better meanwhile would be compared with what it was.
      if (rivals[0]?.bytes !== page.body.byteLength) throw new Error(`${path} changed while the others were started`)
      return await work(rivals)
    } finally {
      await nginx?.stop()
      await node.stop()
      await next.stop()
    }
  })
}

async function asRival(name: string, url: string): Promise<Rival> {
  await ask(url)
  const { body, headers, encoding } = requirePage(await ask(url), url)
  const etag = headers.etag === undefined ? undefined : String(headers.etag)
  return { name, url, bytes: body.byteLength, encoding, etag }
}

const rates = (results: readonly Result[]): Finding[] =>
  results.map(({ name, sends, perSecond, p99Ms }) => ({
    what: `${name}, ${sends}`,
    measured: `${count(perSecond)} answers a second, 99 % within ${milliseconds(p99Ms)}`,
  }))

function ratios(results: readonly Result[]): Finding[] {
  const rate = (name: string) => results.find((result) => result.name === name)?.perSecond
  const against = (name: string, promised?: string, least = 0): Finding[] => {
    const [site, other] = [rate('the site'), rate(name)]
    // Where it finished nothing in the time there is nothing to divide by.
    if (site === undefined || !other) return []
    const measured = `${ratio(site / other)} ${name === 'next start' ? 'times' : 'of'} ${name}`
    return [{ what: `against ${name}`, measured, ...(promised && { promised, holds: site / other >= least }) }]
  }
  return [
    ...against('nginx', `at least ${leastOfNginx} of nginx`, leastOfNginx),
    ...against(constantAnswer),
    ...against('next start', `at least ${leastOfNext} times next start`, leastOfNext),
  ]
}
