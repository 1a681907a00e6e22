import { askForGood } from './client'
import { probeHitRate, readCacheCounts } from './hit-rate'
import { type Part, type Run, withSite } from './part'
import type { Chapter } from './report'
import { pageCacheMegabytes, type Site } from './site'
import { count, megabytes, milliseconds, percent } from './words'

export const popular: Part = { name: 'zipf', title: 'Many articles', measure: measurePopular }

/** The shortest article of the archive, compressed, is longer. */
const least = 2000

function measurePopular(run: Run): Promise<Chapter> {
  return withSite(async (site) => {
    const { archive } = run.paper
    const seconds = run.length.seconds * 10
    const load = (seed: number) =>
      askForGood(run.folder, site, {
        paths: archive,
        order: 'zipf',
        connections: 32,
        seconds,
        seed,
        status: 200,
        least,
      })
    const idle = site.memory()
    run.say('filling the caches')
    await load(1)
    const filled = site.memory()
    run.say('measuring')
    const before = await readCacheCounts(site)
    const result = await load(2)
    const { share, how } = await hitRate(run, site, before)
    return {
      title: `${count(archive.length)} articles, asked for by a Zipf distribution`,
      about: `The n-th article is asked for n times less often than the first, on 32 connections for ${seconds} s, after as long to fill the caches. The page cache may hold ${pageCacheMegabytes} MB.`,
      findings: [
        { what: 'answers a second', measured: count(result.answers / result.seconds) },
        {
          what: 'half within, 99 % within',
          measured: `${milliseconds(result.medianMs)}, ${milliseconds(result.p99Ms)}`,
        },
        { what: `from memory (${how})`, measured: percent(share) },
        { what: 'memory of the site before', measured: megabytes(idle) },
        { what: 'memory when the caches were filled', measured: megabytes(filled) },
        { what: 'memory after', measured: megabytes(site.memory()) },
      ],
      notes: [],
    }
  })
}

async function hitRate(run: Run, site: Site, before: Awaited<ReturnType<typeof readCacheCounts>>) {
  const after = await readCacheCounts(site)
  if (before && after) {
    const [hits, misses] = [after.hits - before.hits, after.misses - before.misses]
    return { share: hits / (hits + misses), how: 'from /metrics' }
  }
  run.say('probing what comes from memory')
  return { share: await probeHitRate(site, run.paper.archive, 500), how: 'by the time of 500 answers, one by one' }
}
