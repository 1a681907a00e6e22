import { enhanceWords } from '@/lib/words/enhance'

const formats = new Map<string | null, Intl.DateTimeFormat>()

/** A time in the reader's zone; pointing at it tells it in the paper's. */
export class LocalTime extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector('time')
    const paperZone = document.querySelector<HTMLMetaElement>('meta[name=time-zone]')?.content
    if (!time || !paperZone || time.title || isSameHere(time.dateTime)) return
    time.title = enhanceWords.paperTime(time.textContent, paperZone)
    time.textContent = formatOf(this.getAttribute('hours')).format(new Date(time.dateTime))
  }
}

/**
 * Whether the reader's clocks show what the paper's do, which the machine-readable time tells. To ask `Intl` for the zone
 * takes a phone some 100 ms, and most readers of a paper live where it does.
 */
function isSameHere(dateTime: string) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(dateTime) ?? []
  const ahead = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  return ahead === -new Date(dateTime).getTimezoneOffset()
}

/** Each takes long to make, and a page of comments has hundreds of times. */
function formatOf(hours: string | null) {
  const made =
    formats.get(hours) ??
    new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
      ...(hours === '24' && { hourCycle: 'h23' }),
    })
  formats.set(hours, made)
  return made
}
