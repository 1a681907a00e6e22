import { dateFormat } from './date-format'
import { env } from './env'

/** A moment as people who work together say it: “14:02”, with the day where that was another one. */
export function clockTime(at: Date, now = new Date()) {
  const { siteLanguage, timeZone } = env()
  const said = (style: Intl.DateTimeFormatOptions) => (moment: Date) =>
    dateFormat(siteLanguage, { ...style, timeZone }).format(moment)
  const day = said({ dateStyle: 'medium' })
  const time = said({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return day(at) === day(now) ? time(at) : `${time(at)}, ${day(at)}`
}
