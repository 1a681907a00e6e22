import { setTimeout as pause } from 'node:timers/promises'
import { ask } from './answer'
import { askForGood } from './client'
import { readCommentForm, sendComment } from './comment-form'
import { someMembers } from './members'
import { randomAddresses } from './missing'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import type { Site } from './site'
import { growth } from './statistics'
import { count, megabytes, percent } from './words'

export const memory: Part = { name: 'memory', title: 'Memory', measure: measureMemory }

const mostGrowth = 0.05
const [connections, missingPerSecond, sampleEvery, restMs] = [8, 5, 1000, 10_000]
const least = 500
/** One member may post thirty an hour: lib/rate-limit.ts. */
const perMember = 20

async function measureMemory(run: Run): Promise<Chapter> {
  const seconds = run.length.minutes * 60
  const members = await someMembers(Math.max(60, Math.ceil(seconds / perMember)), run.paper.aside.id)
  return withSite(async (site) => {
    await ask(`${site.url}/`)
    const before = site.memory()
    const [samples, read, astray] = await Promise.all([
      takeSamples(run, site, seconds),
      readTheMix(run, site, seconds),
      goAstray(run, site, seconds),
      commentAlong(site, run.paper.withFew.path, members, seconds),
    ])
    await pause(restMs)
    return {
      title: `Memory over ${run.length.minutes} minutes`,
      about: `${connections} connections read articles, lists and feeds by a Zipf distribution as fast as they are answered, one asks for ${missingPerSecond} addresses a second that do not exist, and a comment is posted each second.`,
      findings: [
        { what: 'answers', measured: `${count(read.answers)} pages, ${count(astray.answers)} not found` },
        ...ofMemory(before, samples, site.memory()),
      ],
      notes: [],
    }
  })
}

function ofMemory(before: number, samples: readonly number[], after: number): Finding[] {
  const grown = growth(samples)
  return [
    { what: 'memory before', measured: megabytes(before) },
    { what: 'at most meanwhile', measured: megabytes(Math.max(...samples)) },
    { what: `after, with ${restMs / 1000} s of rest`, measured: megabytes(after) },
    {
      what: 'growth from the second fifth of the time to the last',
      measured: percent(grown),
      promised: `at most ${percent(mostGrowth)}`,
      holds: grown <= mostGrowth,
    },
  ]
}

function readTheMix({ folder, paper }: Run, site: Site, seconds: number) {
  const { archive, sectionPath, withMany, withFew } = paper
  const paths = ['/', withMany.path, '/feed.xml', sectionPath, withFew.path, ...archive]
  return askForGood(folder, site, { paths, order: 'zipf', connections, seconds, seed: 5, status: 200, least })
}

function goAstray({ folder }: Run, site: Site, seconds: number) {
  const paths = randomAddresses(seconds * missingPerSecond)
  const wish = { paths, perSecond: missingPerSecond, connections: 1, seconds, seed: 5, status: 404, least }
  return askForGood(folder, site, { ...wish, order: 'in-turn' })
}

async function takeSamples(run: Run, site: Site, seconds: number) {
  const samples: number[] = []
  for (let no = 1; no <= seconds; no++) {
    await pause(sampleEvery)
    samples.push(site.memory())
    if (no % 15 === 0) run.say(`${no} of ${seconds} s, ${megabytes(site.memory())}`)
  }
  return samples
}

async function commentAlong(
  site: Site,
  path: string,
  members: Awaited<ReturnType<typeof someMembers>>,
  seconds: number,
) {
  const form = await readCommentForm(site, path)
  for (let no = 0; no < seconds; no++) {
    const author = members[no % members.length]
    const sent = author && (await sendComment(form, author, `Comment ${no} along the way.`))
    if (!sent?.id) throw new Error(`a comment was not posted: ${sent?.said}`)
    await pause(1000)
  }
}
