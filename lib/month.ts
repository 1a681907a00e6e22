import { dateFormat } from './date-format'
import { env } from './env'

/** A month in an address, as its first moment and the next month's, in UTC; nothing for what is none. */
export function monthOf(year: string, month: string) {
  if (!/^(19|20|21)\d\d$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month)) return
  const [y, m] = [Number(year), Number(month) - 1]
  return { from: new Date(Date.UTC(y, m)), before: new Date(Date.UTC(y, m + 1)) }
}

/** The same of a month that is written YYYY-MM. */
export function monthSpan(written: string) {
  const [year = '', month = '', ...more] = written.split('-')
  return more.length === 0 ? monthOf(year, month) : undefined
}

/** “November 2026”, for a month that is written YYYY-MM. */
export function monthName(month: string) {
  return dateFormat(env().siteLanguage, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
