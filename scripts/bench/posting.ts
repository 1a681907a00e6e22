import { setTimeout as pause } from 'node:timers/promises'
import { share } from '../console'
import { askForMany } from './client'
import type { ClientResult } from './client-order'
import { readCommentForm, sendComment } from './comment-form'
import { type SignedIn, someMembers } from './members'
import { nextReader } from './next-reader'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import type { Site } from './site'
import { median, percentile } from './statistics'
import { count, milliseconds } from './words'

export const posting: Part = { name: 'posting', title: 'Comments while it is read', measure: measurePosting }

const [perSecond, p99Aim] = [50, 250]
/** One member may post five a minute: lib/rate-limit.ts. */
const perMember = 4
const least = 2000

async function measurePosting(run: Run): Promise<Chapter> {
  const seconds = run.length.postingSeconds
  const { quiet, aside } = run.paper
  run.say('signing members in')
  const members = await someMembers(Math.ceil((perSecond * seconds) / perMember), aside.id)
  return withSite(async (site) => {
    const wish = { paths: [quiet.path], order: 'zipf', connections: 8, seconds, seed: 1, status: 200, least } as const
    const [posted, read] = await Promise.all([post(run, site, members), askForMany(run.folder, site, wish)])
    return {
      title: `${perSecond} comments a second under one article while it is read`,
      about: `For ${seconds} s, by ${members.length} members through the form on the page, while 8 connections read the article as fast as it answers.`,
      findings: [...ofPosting(posted, perSecond * seconds), ...ofReading(read)],
      notes: [],
    }
  })
}

type Posted = Awaited<ReturnType<typeof post>>

function ofPosting({ times, refused, unseen }: Posted, all: number): Finding[] {
  const p99 = percentile(times, 0.99)
  return [
    { what: 'comments not posted', measured: `${refused} of ${all}`, promised: 'none', holds: refused === 0 },
    { what: 'posting, median', measured: milliseconds(median(times)) },
    {
      what: 'posting, 99 % within',
      measured: milliseconds(p99),
      promised: `under ${p99Aim} ms`,
      holds: p99 < p99Aim,
    },
    {
      what: 'comments that the next reader of their page did not see',
      measured: `${unseen} of ${all - refused}`,
      promised: 'none',
      holds: unseen === 0,
    },
  ]
}

function ofReading({ answers, seconds, bad, p99Ms }: ClientResult): Finding[] {
  return [
    { what: 'readings', measured: `${count(answers / seconds)} a second` },
    { what: 'readings, 99 % within', measured: milliseconds(p99Ms) },
    { what: 'failed readings', measured: `${bad} of ${count(answers)}`, promised: 'none', holds: bad === 0 },
  ]
}

async function post({ say, length, paper }: Run, site: Site, members: readonly SignedIn[]) {
  const form = await readCommentForm(site, paper.quiet.path)
  const reader = nextReader(site, paper.quiet)
  const times: number[] = []
  let refused = 0
  const all = perSecond * length.postingSeconds
  await everySoOften(perSecond, all, async (no) => {
    say(`${share(no, all)} posted`)
    const author = members[no % members.length]
    if (!author) return
    // A connection that breaks off is a comment that was not posted.
    const sent = await sendComment(form, author, `Comment ${no} of the bench.`).catch(() => undefined)
    if (sent) times.push(sent.ms)
    if (sent?.id) reader.expect(sent.id)
    else refused++
  })
  say('reading what was posted last')
  return { times, refused, unseen: await reader.finish() }
}

/** Begins so many a second, whether the ones before have ended or not: people do not wait for each other. */
async function everySoOften(perSecond: number, times: number, begin: (no: number) => Promise<void>) {
  const began = performance.now()
  const begun: Promise<void>[] = []
  for (let no = 0; no < times; no++) {
    await pause(Math.max(0, began + (no * 1000) / perSecond - performance.now()))
    begun.push(begin(no))
  }
  await Promise.all(begun)
}
