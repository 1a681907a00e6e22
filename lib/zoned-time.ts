import { dateFormat } from './date-format'
/**
 * The moment that a wall clock shows in a zone (IANA name), from what a `datetime-local` field sends; nothing for
 * what is no such time. An hour that the clocks leave out is read as the one after it, of one that comes twice the first.
 */
export function momentInZone(wall: string, timeZone: string) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(wall)) return
  const asUtc = new Date(`${wall}Z`)
  if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(wall)) return
  // The zone's distance from UTC a day before and a day after: between them lies at most one change of the clocks.
  const distances = [-day, day].map((away) => distanceAt(asUtc.getTime() + away, timeZone))
  const moments = distances.map((distance) => asUtc.getTime() - distance)
  const right = moments.filter((moment) => moment + distanceAt(moment, timeZone) === asUtc.getTime())
  return new Date(right.length > 0 ? Math.min(...right) : Math.max(...moments))
}

/** A moment as a `datetime-local` field wants it, to the minute. */
export function wallTime(moment: Date, timeZone: string) {
  return new Date(moment.getTime() + distanceAt(moment.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** A moment as a zone's clocks show it, to the second, and how far they are ahead of UTC (RFC 3339). */
export function timeInZone(moment: Date, timeZone: string) {
  const distance = distanceAt(moment.getTime(), timeZone)
  const minutes = Math.abs(distance) / minute
  // Before there were zones, clocks were some seconds apart.
  if (!Number.isInteger(minutes)) return moment.toISOString()
  const ahead = [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${new Date(moment.getTime() + distance).toISOString().slice(0, 19)}${distance < 0 ? '-' : '+'}${ahead}`
}

const minute = 60_000
const day = 86_400_000

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function distanceAt(moment: number, timeZone: string) {
  const whole = Math.floor(moment / 1000) * 1000
  const parts = dateFormat('en-u-ca-gregory-nu-latn', { ...fields, timeZone }).formatToParts(whole)
  const [year = 0, month = 1, date, hour, minutes, seconds] = order.map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  )
  return Date.UTC(year, month - 1, date, hour, minutes, seconds) - whole
}

const order = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

const fields = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const
