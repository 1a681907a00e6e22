import { parseArgs } from 'node:util'
import { checkCounters, type Drift } from '@/domain/comment/check-counters'
import { Fault } from '@/lib/fault'
import { line } from './console'
import { failWith } from './faults'
import { withDatabase } from './with-database'

const usage = `npm run check-counters

Compares the numbers of comments, replies and reactions that the site keeps with what there is, mends those that are
wrong, and names them. The site does it every night by itself; readers and members need not be kept away meanwhile.`

try {
  if (readOptions().help) line(usage)
  else line(await withDatabase(check))
} catch (error) {
  failWith(error)
}

async function check() {
  let mended = 0
  const articles = await checkCounters({
    onDrift(drift) {
      mended += (drift.article ? 1 : 0) + drift.comments.length
      for (const told of sentences(drift)) line(told)
    },
  })
  return mended === 0
    ? `All counters of ${articles} articles are right.`
    : `Mended the counters of ${mended} articles and comments; ${articles} articles were looked at.`
}

function sentences({ articleId, article, comments }: Drift) {
  const ofComments = comments.map(({ id, before, after }) => `comment ${id}: ${change(before, after)}`)
  return article ? [`article ${articleId}: ${change(article.before, article.after)}`, ...ofComments] : ofComments
}

function change(before: Record<string, number | null>, after: Record<string, number | null>) {
  const changed = Object.keys(after).filter((name) => before[name] !== after[name])
  return changed.map((name) => `${name} ${before[name] ?? 'none'} → ${after[name] ?? 'none'}`).join(', ')
}

function readOptions() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values
  } catch (cause) {
    throw new Fault('This command takes no options but --help.', { cause })
  }
}
