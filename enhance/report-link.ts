import { askForPage } from './ask-for-page'
import { focusOn } from './element'
import { isPlainClick } from './plain-click'
import { bindForms } from './send-in-place'

/** Opens the form of a report under its comment, and closes it again. */
export class ReportLink extends HTMLElement {
  constructor() {
    super()
    this.addEventListener('click', (event) => {
      const link = this.querySelector('a')
      const comment = this.closest('article')
      if (!isPlainClick(event) || !link || !comment) return
      event.preventDefault()
      const open = document.querySelector('.comment report-form')
      open?.remove()
      if (!open || !comment.contains(open)) openReport(comment, link).catch(() => location.assign(link.href))
    })
  }
}

async function openReport(comment: Element, { href }: HTMLAnchorElement) {
  const { page, address } = await askForPage(href)
  const form = page?.querySelector('report-form')
  if (!form) return location.assign(href)
  bindForms(form, address)
  comment.append(form)
  const first = form.querySelector<HTMLElement>('input[type=radio]')
  if (first) focusOn(first)
}
