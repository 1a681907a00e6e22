import { type MomentStyle, momentText } from './moment-text'

/**
 * A time in the paper's zone; what it says is the same for everyone. The machine-readable one is UTC. What tells the
 * hour is told again in the reader's own zone by `enhance/local-time.ts`.
 */
export function Moment({ at, style = 'minute' }: { at: Date; style?: MomentStyle }) {
  const time = <time dateTime={at.toISOString()}>{momentText(at, style)}</time>
  if (style === 'minute') return <local-time>{time}</local-time>
  return style === 'clock' ? <local-time hours="24">{time}</local-time> : time
}
