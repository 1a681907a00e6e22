import { dateFormat } from '@/lib/date-format'
import { env } from '@/lib/env'

const styles = {
  day: { dateStyle: 'long' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** To the minute, as a clock of 24 hours shows it. */
  clock: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
} as const

/** A time in the paper's zone; what it says is the same for everyone. The machine-readable one is UTC. */
export function Moment({ at, style = 'minute' }: { at: Date; style?: keyof typeof styles }) {
  const { siteLanguage, timeZone } = env()
  const text = dateFormat(siteLanguage, { ...styles[style], timeZone }).format(at)
  return <time dateTime={at.toISOString()}>{text}</time>
}
