import { element, focusOn } from './element'
import { type Answered, bindForms, sendInPlace } from './send-in-place'

/** Sends a report without leaving one's place: its faults, and its thanks, come in its place. */
export class ReportForm extends HTMLElement {
  constructor() {
    super()
    sendInPlace(this, {
      show: (answered) => this.#show(answered),
      complain: (words) => this.#say(element('p', { class: 'refusal', role: 'alert' }, words)),
    })
  }

  #show({ page, address }: Answered) {
    const [again, thanks] = [page.querySelector('report-form'), page.querySelector<HTMLElement>('main [role=status]')]
    if (again) {
      bindForms(again, address)
      this.replaceChildren(...again.childNodes)
      const faults = this.querySelector<HTMLElement>('.error-summary')
      if (faults) focusOn(faults)
      return true
    }
    if (!thanks) return false
    // What was hidden is no longer there to be read.
    const hidden = address.pathname.endsWith('/hide') && this.closest('article')
    ;(hidden || this).replaceChildren(thanks)
    focusOn(thanks)
    return true
  }

  #say(words: HTMLElement) {
    this.querySelector('.refusal')?.remove()
    this.prepend(words)
  }
}
