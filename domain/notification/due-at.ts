import { momentInZone, wallTime } from '@/lib/zoned-time'
import type { MailFrequency } from './kinds'

/** The hour of the day, in the paper's zone, at which daily letters leave. */
const dailyHour = 8
const hour = 3_600_000

/** When a letter should tell of what happens now; none where none should. Hours and days are those of the zone. */
export function dueAt(mail: MailFrequency, now: Date, timeZone: string) {
  switch (mail) {
    case 'off':
      return null
    case 'at-once':
      return now
    case 'hourly':
      return nextHour(now, timeZone)
    case 'daily':
      return nextMorning(now, timeZone)
  }
}

/** Clocks differ from UTC by minutes too, and by the same ones before and after the hour. */
function nextHour(now: Date, timeZone: string) {
  const minutes = Number(wallTime(now, timeZone).slice(14, 16))
  const wholeMinute = Math.floor(now.getTime() / 60_000) * 60_000
  return new Date(wholeMinute - minutes * 60_000 + hour)
}

function nextMorning(now: Date, timeZone: string) {
  const today = wallTime(now, timeZone).slice(0, 10)
  const morning = morningOf(today, timeZone)
  if (morning > now) return morning
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10)
  return morningOf(tomorrow, timeZone)
}

function morningOf(date: string, timeZone: string) {
  const morning = momentInZone(`${date}T${String(dailyHour).padStart(2, '0')}:00`, timeZone)
  if (!morning) throw new Error(`${date} has no morning in ${timeZone}`)
  return morning
}
