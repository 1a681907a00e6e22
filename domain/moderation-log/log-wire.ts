import { generateRssFeed } from 'feedsmith'
import type { LogLine } from '@/db/queries/moderation-log'
import { env } from '@/lib/env'
import { logWords as words } from '@/lib/words/moderation-log'
import { siteWords } from '@/lib/words/site'
import { articlePath } from '../comment/addresses'
import { wholeAddress } from '../wire/address'
import { logFeedPath, logLinesPath, logPath } from './addresses'
import { didOf, roleOf, whyOf } from './log-text'

/** The latest lines of the public log, as RSS 2.0. */
export function logFeed(lines: readonly LogLine[]) {
  const [latest] = lines
  return generateRssFeed({
    title: words.feedTitle(siteWords.name),
    link: wholeAddress(logPath),
    description: words.lead,
    language: env().siteLanguage,
    ...(latest && { lastBuildDate: latest.createdAt }),
    atom: { links: [{ href: wholeAddress(logFeedPath), rel: 'self', type: 'application/rss+xml' }] },
    items: lines.map((line) => ({
      title: words.item(didOf(line), line.headline ?? words.gone),
      link: wholeAddress(line.slug ? articlePath(line.slug) : logPath),
      description: [whyOf(line), words.roles[roleOf(line)]].filter(Boolean).join('; '),
      guid: { value: `urn:uuid:${line.id}`, isPermaLink: false },
      pubDate: line.createdAt,
    })),
  })
}

/** A page of a month's lines for programs: all that its report is counted from. */
export function logJson(month: string, lines: readonly LogLine[], page: number, pages: number) {
  return {
    month,
    page,
    pages,
    next: page < pages ? wholeAddress(logLinesPath(month, page + 1)) : null,
    lines: lines.map((line) => ({
      id: line.id,
      did: line.kind,
      at: line.createdAt.toISOString(),
      by: roleOf(line),
      standingBefore: line.from,
      waitingSince: line.since,
      appealedAt: line.appealedAt,
      settledAppeals: line.settledAppeals,
      heldBecause: line.heldBecause,
      reason: line.code && { code: line.code, rule: line.ruleNo, label: line.label },
      article: line.slug && { url: wholeAddress(articlePath(line.slug)), headline: line.headline },
    })),
  }
}
