import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { closeDatabase, db } from '@/db/client'
import { generateArchive } from '@/db/generate/generate-archive'
import { invalidate, tags, transact } from '@/db/invalidate'
import { migrateDatabase } from '@/db/migrate'
import { aMember, anArticle } from '@/db/testing/a-paper'
import { articlePath, commentsPath, discussionPath, permalink, threadPath } from '@/domain/comment/addresses'
import { hideComment } from '@/domain/moderation/decide-comment'
import { addToEnvironment, env } from '@/lib/env'
import { ask, requirePage } from './answer'
import { readCommentForm, sendComment } from './comment-form'
import { type SignedIn, someMembers } from './members'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import type { Site } from './site'
import { median, percentile } from './statistics'
import { count, kilobytes, milliseconds } from './words'

export const thread: Part = { name: 'thread', title: 'A conversation of very many', measure: measureThread }

const [drawingAim, writingAim, weightAim] = [150, 250, 60_000]
const small = 100
const farPage = 500
/** How long an invalidation is given to reach the site. */
const hearing = 40
const warmUp = 30

/** In a database of its own, since there is one generated archive to a database. */
async function measureThread(run: Run): Promise<Chapter> {
  const size = run.length.articles * 10
  const before = env().databaseUrl ?? ''
  const name = 'bench_thread'
  await db.execute(sql.raw(`create database ${name}`))
  await use(before.replace(/\/[^/]*$/, `/${name}`))
  try {
    await migrateDatabase(env().databaseUrl ?? '')
    run.say(`writing ${count(size)} comments`)
    await generateArchive({ articles: 2, comments: small, thread: size, seed: 1 }, () => {})
    return await withSite((site) => measureBoth(run, site, size))
  } finally {
    await use(before)
    await db.execute(sql.raw(`drop database ${name} with (force)`))
  }
}

async function use(url: string) {
  await closeDatabase()
  addToEnvironment({ DATABASE_URL: url })
}

type Talk = Awaited<ReturnType<typeof listTalks>>[number]

/** The articles of the archive, the one with the most comments first; with the deepest comment of each. */
async function listTalks() {
  const rows = await db.execute<{ id: string; slug: string; comments: number; roots: number; deepest: string }>(sql`
    select article.id, slug, comments, roots,
      (select id from comment where article_id = article.id and standing = 'visible' order by depth desc, id limit 1) deepest
    from article join article_count on article_id = article.id order by comments desc`)
  return [...rows]
}

async function measureBoth(run: Run, site: Site, size: number): Promise<Chapter> {
  const [huge, other] = await listTalks()
  const aside = await anArticle()
  const [reader, ...authors] = await someMembers(1 + Math.ceil(run.length.renderings / 4), aside.id)
  if (!huge || !other || !reader) throw new Error('the archive has no two articles')
  const findings: Finding[] = []
  const pagesOfOther = pagesOf(other, reader)
  run.say('warming')
  for (const page of pagesOfOther) await drawings(site, [[other, page]], warmUp)
  for (const [no, page] of pagesOf(huge, reader).entries()) {
    run.say(page.what)
    const both: Drawn[] = [
      [huge, page],
      [other, pagesOfOther[no] ?? page],
    ]
    const [of, than] = await drawings(site, both, Math.ceil(run.length.renderings / 5))
    if (of && than) findings.push(drawn(page.what, of, than))
  }
  for (const [what, write] of [
    ['posting a reply', (talk: Talk) => post(site, talk, authors)],
    ['hiding a comment', (talk: Talk) => hide(talk, run.length.renderings)],
  ] as const) {
    run.say(what)
    findings.push(written(what, await write(huge), await write(other)))
  }
  return {
    title: `A conversation of ${count(size)} comments`,
    about: `Each page of an article with ${count(size)} comments, a chain of 400 replies among them, next to the same page of one with ${small}. Before each drawing the article and its comments are invalidated, so that no cache helps; sizes are with gzip. The discussion pages are a member’s. Posting is the form’s journey up to the redirect; hiding is the moderator’s act.`,
    findings,
    notes: [],
  }
}

type Page = { what: string; path: string; cookie?: string; isRedirect?: boolean }

function pagesOf({ slug, roots, deepest }: Talk, { cookie }: SignedIn): Page[] {
  const far = Math.max(1, Math.min(farPage, Math.floor(roots / 30)))
  const orders = (['newest', 'best', 'replies', 'flat'] as const).map((order) => ({
    what: `page ${far} in the order “${order}”`,
    path: commentsPath(slug, far, order),
  }))
  return [
    { what: 'the article', path: articlePath(slug) },
    { what: `page ${far} of its comments`, path: commentsPath(slug, far) },
    ...orders,
    { what: 'the way to its deepest comment', path: permalink(deepest), isRedirect: true },
    { what: 'its deepest comment', path: threadPath(slug, deepest) },
    { what: 'the discussion', path: discussionPath(slug), cookie },
    {
      what: `the discussion, page ${far}, best first`,
      path: discussionPath(slug, { page: far, order: 'best' }),
      cookie,
    },
    { what: 'the discussion at its deepest comment', path: discussionPath(slug, { at: deepest }), cookie },
  ]
}

type Drawn = [talk: Talk, page: Page]
type Drawings = { times: number[]; bytes: number }

/** Milliseconds of so many drawings of some pages, in turns, so that what else the machine does is shared fairly. */
async function drawings(site: Site, pages: readonly Drawn[], times: number) {
  const told: Drawings[] = pages.map(() => ({ times: [], bytes: 0 }))
  for (let no = 0; no < times; no++) {
    for (const [place, [talk, page]] of pages.entries()) {
      const answer = await draw(site, talk, page)
      told[place]?.times.push(answer.ms)
      Object.assign(told[place] ?? {}, { bytes: answer.body.byteLength })
    }
  }
  return told
}

async function draw(site: Site, { id, slug }: Talk, { path, cookie, isRedirect = false }: Page) {
  const url = site.url + path.replace(/#.*/, '')
  await transact((tx) => invalidate(tx, [tags.slug(slug), tags.article(id), tags.counts(id), tags.comments(id)], 'now'))
  await pause(hearing)
  const answer = await ask(url, { 'accept-encoding': 'gzip', ...(cookie && { cookie }) })
  if (!isRedirect) return requirePage(answer, url)
  if (answer.status !== 307) throw new Error(`${url} answered ${answer.status}`)
  return answer
}

const halfAnd95 = (times: readonly number[]) =>
  `half within ${milliseconds(median(times))}, 95 % ${milliseconds(percentile(times, 0.95))}`

function drawn(what: string, { times, bytes }: Drawings, other: Drawings): Finding {
  return {
    what,
    measured: `${halfAnd95(times)}, ${kilobytes(bytes)}; with ${small} comments ${halfAnd95(other.times)}, ${kilobytes(other.bytes)}`,
    promised: `95 % within ${drawingAim} ms, at most ${kilobytes(weightAim)}`,
    holds: percentile(times, 0.95) <= drawingAim && bytes <= weightAim,
  }
}

const written = (what: string, times: readonly number[], other: readonly number[]): Finding => ({
  what,
  measured: `${halfAnd95(times)}; with ${small} comments ${halfAnd95(other)}`,
  promised: `95 % within ${writingAim} ms`,
  holds: percentile(times, 0.95) <= writingAim,
})

/** One after the other, in answer to the deepest comment. */
async function post(site: Site, { slug, deepest }: Talk, authors: readonly SignedIn[]) {
  const form = await readCommentForm(site, articlePath(slug))
  const reply = { ...form, fields: [...form.fields, ['parentId', deepest] as const] }
  const times: number[] = []
  for (const [no, author] of authors.entries()) {
    const sent = await sendComment(reply, author, `Reply ${no} of the bench.`)
    if (!sent.id) throw new Error(`a reply was not posted: ${sent.said}`)
    times.push(sent.ms)
  }
  return times
}

async function hide({ id }: Talk, times: number) {
  const moderator = await aMember({ rank: 'moderator' })
  const comments = await db.execute<{ id: string }>(sql`
    select id from comment where article_id = ${id} and standing = 'visible' order by md5(id::text) limit ${Math.min(times, 50)}`)
  const taken: number[] = []
  for (const { id: commentId } of comments) {
    const began = performance.now()
    const outcome = await hideComment(moderator, { commentId, seenAs: 'visible', reason: 'spam', note: '' })
    if (!outcome.ok) throw new Error(`a comment was not hidden: ${outcome.refusal}`)
    taken.push(performance.now() - began)
  }
  return taken
}
