import { enhanceWords } from '@/lib/words/enhance'
import { announce } from './announce'
import { askForPage } from './ask-for-page'
import { element, focusOn } from './element'
import { copyTotal, placeComment } from './place-comment'
import { isPlainClick } from './plain-click'
import { type Answered, bindForms, type Sent, sendInPlace } from './send-in-place'

/** What authors do with their own comment, where it stands: with the forms and the answers of the discussion page. */
export class OwnComment extends HTMLElement {
  constructor() {
    super()
    sendInPlace(this, {
      show: (answered, sent) => this.#show(answered, sent),
      complain: (words) => this.#complain(words),
    })
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.edit-own, .delete-own')
      if (!link?.href || !isPlainClick(event)) return
      event.preventDefault()
      if (this.#open) this.#close(link)
      else this.#ask(link).catch(() => location.assign(link.href))
    })
  }

  /** The form of a change, while it stands here. */
  get #open() {
    return this.querySelector('.edit-own-here')
  }

  /** What was typed, or was refused, is not thrown away: whoever wants that empties the field. */
  #close(link: HTMLElement) {
    const text = this.querySelector('textarea')
    const isTyped = text && (text.value !== text.defaultValue || this.querySelector('[name=draft]'))
    if (isTyped && text.value.trim() !== '') return focusOn(text)
    this.#open?.remove()
    link.focus()
  }

  async #ask(link: HTMLAnchorElement) {
    const { page, address } = await askForPage(link.href)
    const isShown = page && (link.matches('.edit-own') ? this.#edit(page, address) : this.#offer(page, address))
    if (!isShown) location.assign(link.href)
  }

  #edit(page: Document, address: URL) {
    const form = editFormOf(page)
    if (!form) return false
    bindForms(form, address)
    this.append(element('div', { class: 'edit-own-here' }, ...form.childNodes))
    const text = this.querySelector('textarea')
    if (text) focusOn(text)
    return true
  }

  /** The form that deletes, open: it asks before it does. */
  #offer(page: Document, address: URL) {
    const fresh = page.querySelector(`#${this.closest('article')?.id} own-comment`)
    const asks = fresh?.querySelector('details')
    if (!fresh || !asks) return false
    bindForms(fresh, address)
    asks.open = true
    this.replaceChildren(...fresh.childNodes)
    const first = this.querySelector('summary')
    if (first) focusOn(first)
    return true
  }

  #show({ page, address }: Answered, sent: Sent) {
    const id = String(sent.fields.get('commentId'))
    const said = address.searchParams.get('said')
    if (address.searchParams.has('draft')) return this.#renew(page, address, sent)
    if (address.searchParams.get('at') !== id) return false
    if (said && said !== 'deleted') return this.#complain(page.querySelector('.refusal')?.textContent ?? '')
    for (const part of page.querySelectorAll('.conversation-main')) bindForms(part, new URL(address.pathname, address))
    return said ? showDeleted(page, id, this) : this.#showComment(page, id)
  }

  /** It was not changed: the form comes back with what was typed, and with the reason or the preview. */
  #renew(page: Document, address: URL, { fields }: Sent) {
    const [fresh, text] = [editFormOf(page), this.querySelector('textarea')]
    if (!fresh || !this.#open) return false
    bindForms(fresh, address)
    this.#open.replaceChildren(...fresh.childNodes)
    const field = this.querySelector('textarea')
    // Somebody went on typing meanwhile.
    if (field && text && text.value !== fields.get('text')) field.value = text.value
    const goals = ['[aria-invalid]', '.preview', '.refusal', 'textarea']
    const goal = goals.map((one) => this.querySelector<HTMLElement>(one)).find((found) => found !== null)
    if (goal) focusOn(goal)
    return true
  }

  #showComment(page: Document, id: string) {
    const wasDeleted = this.querySelector('.undelete') !== null
    const comment = placeComment(page, id, '')
    if (!comment) return false
    this.remove()
    announce(
      comment.querySelector('.notice')
        ? enhanceWords.arrived
        : wasDeleted
          ? enhanceWords.restored
          : enhanceWords.changed,
    )
    focusOn(comment)
    return true
  }

  #complain(words: string) {
    this.querySelector('.refusal')?.remove()
    this.append(element('p', { class: 'refusal', role: 'alert' }, words))
    return true
  }
}

const editFormOf = (page: Document) => page.querySelector('input[name=commentId]')?.closest('comment-form')

/** What stays of it comes in its place, and below that the way to take the deletion back. */
function showDeleted(page: Document, id: string, host: Element) {
  const undelete = page.querySelector(`.undelete [value="${id}"]`)?.closest('own-comment')
  const [before, now] = [host.closest('article'), page.getElementById(`comment-${id}`)]
  if (!undelete || !before) return false
  copyTotal(page)
  if (now) now.append(undelete)
  before.replaceWith(now ?? undelete)
  // It is said once.
  undelete.querySelector('[role]')?.removeAttribute('role')
  announce(enhanceWords.deleted)
  const button = undelete.querySelector('button')
  if (button) focusOn(button)
  return true
}
