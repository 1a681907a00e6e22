import { enhanceWords } from '@/lib/words/enhance'
import { announce } from './announce'
import { CommentDraft } from './comment-draft'
import { element, focusOn } from './element'
import { provideKey } from './one-time-key'
import { placeComment } from './place-comment'
import { type Answered, bindForms, type Sent, sendInPlace } from './send-in-place'
import { viewer } from './viewer'

/** The form of a comment: sent where it stands, under the comment that it answers. */
export class CommentForm extends HTMLElement {
  /** Where the form stood before it went to the comment that it answers. */
  #home: Comment | undefined

  constructor() {
    super()
    sendInPlace(this, {
      show: (answered, sent) => this.#show(answered, sent),
      complain: (words) => this.#complain(words),
      leave: () => this.#draft?.leave(),
    })
    this.addEventListener('click', (event) => {
      if (!this.#home || !(event.target as Element).closest('.comment-context a')) return
      event.preventDefault()
      this.#goHome()
      this.#text?.focus()
    })
  }

  async connectedCallback() {
    provideKey(this.#form)
    const signedInAs = (await viewer())?.signedInAs
    if (signedInAs) this.#takeForMember(signedInAs)
  }

  get #form() {
    return this.querySelector('form')
  }

  get #draft() {
    const draft = this.querySelector('comment-draft')
    return draft instanceof CommentDraft ? draft : undefined
  }

  get #text() {
    return this.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  }

  /** Goes to the comment, with what was typed in answer to it before. */
  answer(comment: Element, parentId: string) {
    this.#goHome()
    this.#draft?.keep()
    this.#home = document.createComment('')
    this.before(this.#home)
    const name = comment.querySelector('.comment-name')?.textContent ?? ''
    const back = element('a', { href: '#comment-form' }, enhanceWords.cancelReply)
    this.prepend(element('div', { class: 'comment-context' }, element('p', {}, enhanceWords.replyingTo(name)), back))
    this.#form?.prepend(element('input', { type: 'hidden', name: 'parentId', value: parentId }))
    this.#empty()
    comment.after(this)
    this.#text?.focus()
  }

  /** Puts a quote below what is there already. */
  quote(words: string) {
    const text = this.#text
    if (!text) return
    text.value = text.value.trim() === '' ? words : `${text.value.trimEnd()}\n\n${words}`
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
    text.setSelectionRange(text.value.length, text.value.length)
  }

  #goHome() {
    if (!this.#home) return
    this.#draft?.keep()
    this.querySelector('.comment-context')?.remove()
    this.querySelector('input[name=parentId]')?.remove()
    this.#empty()
    this.#home.replaceWith(this)
    this.#home = undefined
  }

  /** The field goes on with what was typed at its new place. */
  #empty() {
    if (this.#text) this.#text.value = ''
  }

  /** On a page that is the same for everyone: a member needs no name and no code. */
  #takeForMember(signedInAs: string) {
    const guests = this.querySelectorAll('.guest-fields, .code-field, .form-buttons small')
    for (const part of guests) part.remove()
    if (guests.length > 0) this.prepend(element('p', {}, signedInAs))
  }

  #show({ page, address }: Answered, sent: Sent) {
    const fresh = page.querySelector('comment-form')
    if (!fresh) return false
    const at = address.searchParams.get('at')
    return at ? this.#welcome(page, fresh, at, address, sent) : this.#renew(fresh, address, sent)
  }

  /** The comment is stored: it comes into the page, and the form is as new. */
  #welcome(page: Document, fresh: Element, at: string, address: URL, { fields }: Sent) {
    const comment = placeComment(page, at, String(fields.get('parentId') ?? ''))
    if (!comment) return false
    this.#draft?.forget()
    this.#empty()
    this.#goHome()
    bindForms(fresh, new URL(address.pathname, address))
    this.replaceChildren(...fresh.childNodes)
    announce(comment.querySelector('.notice') ? enhanceWords.arrived : enhanceWords.posted)
    focusOn(comment)
    return true
  }

  /** It was not posted: the form comes back with what was typed, and with the reason, the preview or the code. */
  #renew(fresh: Element, address: URL, { fields }: Sent) {
    const now = this.#text?.value
    bindForms(fresh, address)
    this.replaceChildren(...fresh.childNodes)
    provideKey(this.#form)
    // Somebody went on typing meanwhile.
    if (this.#text && now !== undefined && now !== fields.get('text')) this.#text.value = now
    const isCode = fields.get('intent') === 'code'
    const goal = this.querySelector<HTMLElement>('[aria-invalid]') ?? this.querySelector<HTMLElement>('.preview')
    const code = isCode ? this.querySelector<HTMLElement>('input[name=code]') : undefined
    const next = code ?? goal ?? this.querySelector<HTMLElement>('.refusal') ?? this.#text
    if (next) focusOn(next)
    return true
  }

  #complain(words: string) {
    this.querySelector('.refusal')?.remove()
    this.prepend(element('p', { class: 'refusal', role: 'alert' }, words))
  }
}
