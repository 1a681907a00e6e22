import { dateFormat } from '@/lib/date-format'
import { env } from '@/lib/env'

const styles = {
  day: { dateStyle: 'long' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** To the minute, as a clock of 24 hours shows it. */
  clock: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
} as const

export type MomentStyle = keyof typeof styles

/** A time in words, in the paper's zone. */
export function momentText(at: Date, style: MomentStyle = 'minute') {
  const { siteLanguage, timeZone } = env()
  return dateFormat(siteLanguage, { ...styles[style], timeZone }).format(at)
}
