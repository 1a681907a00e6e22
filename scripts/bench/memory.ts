import { setTimeout as pause } from 'node:timers/promises'
import { ask } from './answer'
import { askForGood } from './client'
import { readCommentForm, sendComment } from './comment-form'
import { someMembers } from './members'
import { randomAddresses } from './missing'
import { type Part, type Run, withSite } from './part'
import type { Chapter } from './report'
import type { Site } from './site'
import { growth } from './statistics'
import { count, megabytes, percent } from './words'

export const memory: Part = { name: 'memory', title: 'Memory', measure: measureMemory }

const mostGrowth = 0.05
const [connections, missingPerSecond, sampleEvery, restMs] = [8, 5, 1000, 10_000]
const least = 500

async function measureMemory(run: Run): Promise<Chapter> {
  const seconds = run.length.minutes * 60
  const members = await someMembers(60, run.paper.withFew.id)
  return withSite(async (site) => {
    const { archive, sectionPath, withMany, withFew } = run.paper
    await ask(`${site.url}/`)
    const before = site.memory()
    const paths = ['/', withMany.path, '/feed.xml', sectionPath, withFew.path, ...archive]
    const mix = { order: 'zipf', connections, seconds, seed: 5, status: 200, least } as const
    const strays = {
      order: 'in-turn',
      connections: 1,
      seconds,
      perSecond: missingPerSecond,
      seed: 5,
      status: 404,
      least,
    } as const
    const [samples, read, astray] = await Promise.all([
      takeSamples(run, site, seconds),
      askForGood(run.folder, site, { ...mix, paths }),
      askForGood(run.folder, site, { ...strays, paths: randomAddresses(seconds * missingPerSecond) }),
      commentAlong(site, withFew.path, members, seconds),
    ])
    await pause(restMs)
    const grown = growth(samples)
    return {
      title: `Memory over ${run.length.minutes} minutes`,
      about: `${connections} connections read articles, lists and feeds by a Zipf distribution as fast as they are answered, one asks for ${missingPerSecond} addresses a second that do not exist, and a comment is posted each second.`,
      findings: [
        { what: 'answers', measured: `${count(read.answers)} pages, ${count(astray.answers)} not found` },
        { what: 'memory before', measured: megabytes(before) },
        { what: 'at most meanwhile', measured: megabytes(Math.max(...samples)) },
        { what: `after, with ${restMs / 1000} s of rest`, measured: megabytes(site.memory()) },
        {
          what: 'growth from the second fifth of the time to the last',
          measured: percent(grown),
          promised: `at most ${percent(mostGrowth)}`,
          holds: grown <= mostGrowth,
        },
      ],
      notes: [],
    }
  })
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
