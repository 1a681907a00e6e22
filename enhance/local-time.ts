import { enhanceWords } from '@/lib/words/enhance'

const paperZone = document.querySelector<HTMLMetaElement>('meta[name=time-zone]')?.content
const readerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const formats = new Map<string | null, Intl.DateTimeFormat>()

/** A time in the reader's zone; pointing at it tells it in the paper's. */
export class LocalTime extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector('time')
    if (!time || !paperZone || paperZone === readerZone || time.title) return
    time.title = enhanceWords.paperTime(time.textContent, paperZone)
    time.textContent = formatOf(this.getAttribute('hours')).format(new Date(time.dateTime))
  }
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
