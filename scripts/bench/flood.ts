import { discussionPath } from '@/domain/comment/addresses'
import { type Answer, ask } from './answer'
import { someMembers } from './members'
import { type Part, type Run, withSite } from './part'
import type { Chapter } from './report'
import type { Site } from './site'
import { median, percentile } from './statistics'
import { count, milliseconds, ratio } from './words'

export const flood: Part = { name: 'flood', title: 'A crawl while people are there', measure: measureFlood }

const crawlers = 100
const pagesOfMember = 60
const [mostTimes, shedAim] = [2, 50]

/** Searches, which are drawn for each request, from a hundred networks; a member who reads a discussion meanwhile. */
async function measureFlood(run: Run): Promise<Chapter> {
  const [member] = await someMembers(1, run.paper.aside.id)
  if (!member) throw new Error('nobody signed in')
  const page = discussionPath(run.paper.withFew.slug)
  return withSite(async (site) => {
    const visit = (times: number) => readOften(site, page, member.cookie, times)
    run.say('warming')
    await crawl(site, whenDone(visit(pagesOfMember))).ended
    run.say('nobody else is there')
    const alone = await visit(pagesOfMember)
    run.say(`${crawlers} crawlers are there`)
    const reading = visit(pagesOfMember)
    const flood = crawl(site, whenDone(reading))
    const [beside] = await Promise.all([reading, flood.ended])
    return chapterOf(alone, beside, flood.answers)
  })
}

type Told = Pick<Answer, 'status' | 'ms'>

function chapterOf(alone: readonly number[], beside: readonly number[], answers: readonly Told[]): Chapter {
  const [before, during] = [percentile(alone, 0.95), percentile(beside, 0.95)]
  const shed = answers.filter(({ status }) => status === 503)
  const others = answers.filter(({ status }) => status !== 503 && status !== 200)
  const told = shed.map(({ ms }) => ms)
  return {
    title: 'A crawl while people are there',
    about: `${crawlers} crawlers, each from a network of its own, search as fast as they are answered; a member reads a discussion of 50 comments.`,
    findings: [
      {
        what: 'the member alone',
        measured: `half within ${milliseconds(median(alone))}, 95 % ${milliseconds(before)}`,
      },
      {
        what: 'the member in the crawl',
        measured: `half within ${milliseconds(median(beside))}, 95 % ${milliseconds(during)}: ${ratio(during / before)} times`,
        promised: `95 % within ${mostTimes} times as long`,
        holds: during <= mostTimes * before,
      },
      { what: 'searches answered', measured: count(answers.length - shed.length - others.length) },
      {
        what: 'searches told to come back (503)',
        measured: shed.length === 0 ? 'none' : `${count(shed.length)}, half within ${milliseconds(median(told))}`,
        promised: `half within ${shedAim} ms`,
        holds: shed.length > 0 && median(told) < shedAim,
      },
      { what: 'other answers', measured: count(others.length), promised: 'none', holds: others.length === 0 },
    ],
    notes: [],
  }
}

/** Whether something has come to its end, well or not. */
function whenDone(work: Promise<unknown>) {
  let isDone = false
  const done = () => {
    isDone = true
  }
  work.then(done, done)
  return () => isDone
}

async function readOften(site: Site, page: string, cookie: string, times: number) {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const { status, ms } = await ask(site.url + page, { cookie, 'x-forwarded-for': '10.200.0.1' })
    if (status !== 200) throw new Error(`the member got ${status}`)
    taken.push(ms)
  }
  return taken
}

function crawl(site: Site, isOver: () => boolean) {
  const answers: Told[] = []
  const go = async (crawler: number) => {
    for (let no = 0; !isOver(); no++) {
      const address = `${site.url}/search?q=harbour+${crawler}+${no}`
      const { status, ms } = await ask(address, { 'x-forwarded-for': `10.${crawler}.${no % 250}.1` })
      answers.push({ status, ms })
    }
  }
  return { answers, ended: Promise.all(Array.from({ length: crawlers }, (_, crawler) => go(crawler))) }
}
