import { z } from 'zod'
import type { LogFilter } from '@/db/queries/moderation-log'
import { reason } from '../moderation/reasons'
import { pagePath } from '../wire/address'

export const logPath = '/moderation-log'
export const logFeedPath = `${logPath}/feed.xml`
export const logReportsPath = `${logPath}/reports`

/** What the log can be narrowed to, as addresses name it. */
export const logParts = {
  removed: { of: 'kinds', kinds: ['hide-comment'] },
  restored: { of: 'kinds', kinds: ['restore-comment', 'overturn-decision'] },
  appeals: { of: 'kinds', kinds: ['lodge-appeal', 'uphold-decision', 'overturn-decision'] },
  held: { of: 'kinds', kinds: ['hold-comment', 'approve-comment'] },
  automatic: { of: 'machine' },
} as const satisfies Record<string, LogFilter>

export type LogPart = keyof typeof logParts

const isPart = (name: string): name is LogPart => Object.hasOwn(logParts, name)

const ofRule = z
  .string()
  .startsWith('rule-')
  .transform((text) => text.slice('rule-'.length))
  .pipe(reason)

/** Part of the log by its name in an address; nothing for what names none. */
export function readLogPart(name: string): LogFilter | undefined {
  if (isPart(name)) return logParts[name]
  const code = ofRule.safeParse(name)
  return code.success ? { of: 'reason', code: code.data } : undefined
}

export const rulePart = (code: string) => `rule-${code}`

export const logPartPath = (part: string, page = 1) => pagePath(`${logPath}/only/${part}`, page)

export const logReportPath = (month: string) => `${logReportsPath}/${month}`

/** The lines of a month, for programs. */
export const logLinesPath = (month: string, page = 1) => `${logReportPath(month)}/${page}.json`

export function readLinesName(name: string) {
  const [, page] = /^([1-9]\d{0,4})\.json$/.exec(name) ?? []
  return page ? Number(page) : undefined
}
