import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { env } from '@/lib/env'
import { root } from '../run-program'
import { acceptEncoding } from './answer'
import { askForGood } from './client'
import type { ClientResult } from './client-order'
import { connections, longestHead, refuseBadAnswers } from './compare'
import { putUnderLoad } from './load'
import { type Part, type Run, withSite } from './part'
import type { Chapter, Finding } from './report'
import { settle } from './settle'
import type { Site } from './site'
import { count, kilobytes, megabytes, milliseconds, percent } from './words'

export const missing: Part = { name: 'missing', title: 'Addresses that do not exist', measure: measureMissing }

const [mostGrowth, leastSpeed, mostDisk] = [0.1, 0.9, 1_000_000]
/** A page that says what is missing is longer, compressed. */
const least = 500

function measureMissing(run: Run): Promise<Chapter> {
  return withSite(async (site) => {
    const half = Math.ceil(run.length.missing / 2)
    await realPage(run, site)
    const before = await look(run, site)
    run.say(`the first ${half}`)
    await flood(run, site, half)
    const halfway = site.memory()
    run.say(`the other ${half}, and a real page meanwhile`)
    const [strays, during] = await Promise.all([flood(run, site, half), askForOne(run, site)])
    const after = await look(run, site)
    return {
      title: `${count(half * 2)} addresses that do not exist`,
      about: 'Each is asked for once, on 8 connections, and answered 404 with a page that says so.',
      findings: [
        { what: 'such answers a second', measured: count(strays.answers / strays.seconds) },
        ...whatIsTaken(before, halfway, after),
        ...howFastItStays(before, during, after),
      ],
      notes: [],
    }
  })
}

type Look = Awaited<ReturnType<typeof look>>

async function look(run: Run, site: Site) {
  return { page: await realPage(run, site), memory: site.memory(), disk: await diskUsed() }
}

function whatIsTaken(before: Look, halfway: number, after: Look): Finding[] {
  const disk = after.disk - before.disk
  return [
    {
      what: 'memory before, after half, after all',
      measured: [before.memory, halfway, after.memory].map(megabytes).join(', '),
      promised: `the second half adds at most ${percent(mostGrowth)}`,
      holds: after.memory / halfway - 1 <= mostGrowth,
    },
    {
      what: 'disk that the site took meanwhile',
      measured: kilobytes(disk),
      promised: `under ${kilobytes(mostDisk)}`,
      holds: disk < mostDisk,
    },
  ]
}

function howFastItStays(before: Look, during: ClientResult, after: Look): Finding[] {
  return [
    { what: 'a real page before', measured: `${count(before.page.perSecond)} answers a second` },
    {
      what: 'a real page meanwhile, one at a time',
      measured: `half within ${milliseconds(during.medianMs)}, 99 % within ${milliseconds(during.p99Ms)}`,
    },
    {
      what: 'a real page after',
      measured: `${count(after.page.perSecond)} answers a second`,
      promised: `at least ${percent(leastSpeed)} of before`,
      holds: after.page.perSecond >= leastSpeed * before.page.perSecond,
    },
  ]
}

function flood({ folder }: Run, site: Site, times: number) {
  const paths = randomAddresses(times)
  return askForGood(folder, site, { paths, order: 'in-turn', connections: 8, seed: 1, status: 404, least })
}

async function realPage({ folder, paper, length }: Run, { url: site }: Site) {
  const url = site + paper.withFew.path
  const headers = { 'Accept-Encoding': acceptEncoding }
  const { body } = await settle(folder, url)
  const load = await putUnderLoad(folder, { url, headers, seconds: length.seconds, connections })
  refuseBadAnswers({ name: 'a real page', url, least: body.byteLength, most: body.byteLength + longestHead }, load)
  return load
}

const askForOne = (run: Run, site: Site) =>
  askForGood(run.folder, site, {
    paths: [run.paper.withFew.path],
    order: 'zipf',
    connections: 1,
    seconds: run.length.seconds * 2,
    perSecond: 100,
    seed: 1,
    status: 200,
    least: 5000,
  })

const places = ['/articles/', '/sections/', '/topics/', '/authors/', '/archive/', '/']

export function randomAddresses(times: number) {
  return Array.from({ length: times }, (_, no) => `${places[no % places.length]}${randomBytes(9).toString('hex')}`)
}

/** Bytes of what the site can write: its build's folder, its data, and its database without the log of writes. */
async function diskUsed() {
  const { buildFolder, dataFolder } = env()
  const [row] = await db.execute<{ bytes: string }>(sql`select pg_database_size(current_database()) as bytes`)
  return bytesBelow(join(root, buildFolder)) + bytesBelow(dataFolder) + Number(row?.bytes)
}

/** The database's own folder is left out: it is not ours to read everywhere. */
function bytesBelow(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !`${entry.parentPath}/`.includes('/postgres/'))
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0)
}
