import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ask, requireComments, requirePage, textOf } from './answer'
import type { Paper } from './paper'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import type { Site } from './site'
import { kilobytes } from './words'

export const weights: Part = { name: 'weights', title: 'Bytes of a page', measure: measureWeights }

/** Of an article with 50 comments HTML and CSS, and of every page the scripts. */
const [mostReading, mostScript] = [60_000, 10_000]

type Page = {
  title: string
  path: (paper: Paper) => string
  comments?: number
  isPromised?: boolean
  /** Search engines are asked to leave it out. */
  isUnlisted?: boolean
}

export const pagesOfPaper: readonly Page[] = [
  { title: 'Front page', path: () => '/' },
  { title: 'Section', path: (paper) => paper.sectionPath },
  { title: 'Article', path: (paper) => paper.quiet.path },
  {
    title: 'Article with 50 comments',
    path: (paper) => paper.withFew.path,
    comments: 50,
    isPromised: true,
  },
  { title: 'Article with 200 comments', path: (paper) => paper.withMany.path, comments: 200 },
  { title: 'Search', path: () => '/search?q=harbour', isUnlisted: true },
]

async function measureWeights(run: Run): Promise<Chapter> {
  return withSite(async (site) => {
    const findings: Finding[] = []
    for (const page of pagesOfPaper) findings.push(...(await weigh(site, run.paper, page)))
    return {
      title: 'Bytes of a page',
      about:
        'What a browser loads to show a page: the document as the site sends it, the styles, which stand in it, and all scripts that it names. As they are, in brotli and in gzip.',
      findings,
      notes: [],
    }
  })
}

async function weigh(site: Site, paper: Paper, { title, path, comments = 0, isPromised }: Page): Promise<Finding[]> {
  const html = textOf(requirePage(await ask(site.url + path(paper)), path(paper)))
  requireComments(html, title, comments)
  const [linked, script] = [await load(site, stylesOf(html)), sizes(await load(site, scriptsOf(html)))]
  const document = sizes([Buffer.from(html)])
  const reading = document.br + sizes(linked).br
  return [
    { what: `${title}: HTML`, measured: told(document) },
    {
      what: `${title}: CSS`,
      measured: told(sizes([...linked, Buffer.from(styleIn(html))])),
      ...(isPromised && {
        promised: `HTML and CSS at most ${kilobytes(mostReading)} in brotli`,
        holds: reading <= mostReading,
      }),
    },
    {
      what: `${title}: scripts`,
      measured: told(script),
      promised: `at most ${kilobytes(mostScript)} in gzip`,
      holds: script.gzip <= mostScript,
    },
  ]
}

type Sizes = { plain: number; br: number; gzip: number }

const told = ({ plain, br, gzip }: Sizes) => `${kilobytes(plain)}, ${kilobytes(br)} br, ${kilobytes(gzip)} gzip`

function sizes(files: readonly Buffer[]): Sizes {
  const sum = (size: (file: Buffer) => number) => files.reduce((all, file) => all + size(file), 0)
  return {
    plain: sum((file) => file.byteLength),
    br: sum((file) => brotliCompressSync(file).byteLength),
    gzip: sum((file) => gzipSync(file).byteLength),
  }
}

async function load(site: Site, addresses: readonly string[]) {
  const files: Buffer[] = []
  for (const address of new Set(addresses)) {
    const answer = await ask(new URL(address, site.url).href)
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    files.push(Buffer.from(textOf(answer)))
  }
  return files
}

/** The tags are those that Next and React write: names in double quotes. */
export const stylesOf = (html: string) => named(html, /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="([^"]+)"/g)
export const styleIn = (html: string) => [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join('')
export const scriptsOf = (html: string) => named(html, /<script\b[^>]*\bsrc="([^"]+)"/g)

const named = (html: string, tag: RegExp) =>
  [...html.matchAll(tag)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
