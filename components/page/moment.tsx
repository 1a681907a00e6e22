import { env } from '@/lib/env'
import { timeInZone } from '@/lib/zoned-time'
import { type MomentStyle, momentText } from './moment-text'

/**
 * A time in the paper's zone; what it says is the same for everyone. What tells the hour is told again in the reader's
 * own zone by `enhance/local-time.ts`, which knows by the machine-readable one whether that is another.
 */
export function Moment({ at, style = 'minute' }: { at: Date; style?: MomentStyle }) {
  const time = <time dateTime={timeInZone(at, env().timeZone)}>{momentText(at, style)}</time>
  if (style === 'minute') return <local-time>{time}</local-time>
  return style === 'clock' ? <local-time hours="24">{time}</local-time> : time
}
