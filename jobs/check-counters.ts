import { checkCounters, type Drift } from '@/domain/comment/check-counters'
import { log } from '@/lib/log'
import type { TimedJob } from './queue'

const mostTold = 20

/** Looks every night whether the numbers under articles and comments are true. */
export const checkCountersJob: TimedJob = {
  name: 'check-counters',
  cron: '30 3 * * *',
  longest: 6 * 60 * 60,
  async work(signal) {
    const articles = await checkCounters({ onDrift: alert, signal })
    log.info({ articles }, 'counters were checked')
  },
}

function alert({ articleId, article, comments }: Drift) {
  const told = { article: articleId, ...article, comments: comments.length, among: comments.slice(0, mostTold) }
  log.warn(told, 'counters were wrong and are mended')
}
