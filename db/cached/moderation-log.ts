import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import {
  countLog,
  countMonth,
  findNextLogLine,
  type LogFilter,
  type LogLine,
  listLog,
  listLogMonths,
} from '../queries/moderation-log'
import { listReasons } from '../queries/reasons'

const linesPerPage = 50
const linesInFeed = 100
const linesInFile = 1000

/** Page N of a part of the public log; past its last page there is none, and no page. */
export async function readLog(filter: LogFilter, page: number) {
  'use cache'
  cacheLife('max')
  return readPart(filter, page, linesPerPage)
}

/** A page of a month's lines for programs. */
export async function readLogLines(from: Date, before: Date, page: number) {
  'use cache'
  cacheLife('max')
  return readPart({ of: 'month', from, before }, page, linesInFile)
}

async function readPart(filter: LogFilter, page: number, limit: number) {
  cacheTag(tags.moderationLog, tags.reasons)
  if (env().isBuild) return { lines: [], pages: 1 }
  const now = new Date()
  const [lines, count] = await Promise.all([
    listLog(filter, { limit, offset: (page - 1) * limit }, now),
    countLog(filter, now),
  ])
  cacheTag(...articlesOf(lines), ...(await untilNext(now)))
  const pages = Math.max(1, Math.ceil(count / limit))
  if (page > pages) cacheTag(tags.status(404))
  return { lines, pages }
}

export async function readLogFeed() {
  'use cache'
  cacheLife('max')
  return (await readPart({ of: 'all' }, 1, linesInFeed)).lines
}

/** An article that is withdrawn, or gets another headline or address. */
const articlesOf = (lines: LogLine[]) => [
  ...new Set(lines.flatMap(({ articleId }) => (articleId ? [tags.article(articleId)] : []))),
]

const untilNext = async (now: Date) => tags.until(await findNextLogLine(now))

/** The reasons that the log can be narrowed to. */
export async function readLogReasons() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.reasons)
  const reasons = env().isBuild ? [] : await listReasons()
  return reasons
    .map(({ code, label, ruleNo }) => ({ code, label, ruleNo }))
    .toSorted((one, other) => one.ruleNo - other.ruleNo)
}

/** The months that there are reports of, the running one among them. */
export async function readLogMonths() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.moderationLog)
  if (env().isBuild) return []
  const now = new Date()
  const running = now.toISOString().slice(0, 7)
  cacheTag(...tags.until(nextMonth(now)))
  return [...new Set([running, ...(await listLogMonths(now))])]
}

/** The numbers of a month, and whether it is still running; nothing for one that has no lines and is over, or to come. */
export async function readLogReport(from: Date, before: Date) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.moderationLog, tags.reasons)
  if (env().isBuild) return
  const now = new Date()
  const isRunning = from <= now && now < before
  cacheTag(...(await untilNext(now)), ...tags.until(isRunning ? before : from > now ? from : null))
  const counted = await countLog({ of: 'month', from, before }, now)
  if (counted === 0 && !isRunning) {
    cacheTag(tags.status(404))
    return
  }
  return { isRunning, lines: counted, ...(await countMonth(from, before, now)) }
}

export type ReadLogReport = NonNullable<Awaited<ReturnType<typeof readLogReport>>>

const nextMonth = (now: Date) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1))
