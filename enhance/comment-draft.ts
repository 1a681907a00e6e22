import { enhanceWords } from '@/lib/words/enhance'
import { createDraftStore, draftKey } from './draft-store'
import { element } from './element'
import { idle } from './idle'
import { provideKey } from './one-time-key'

const store = createDraftStore(() => localStorage)

/** Keeps what is typed into a comment's form in this browser until it is sent. */
export class CommentDraft extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined
  #isRestored = false

  connectedCallback() {
    this.#form?.addEventListener('input', this.#keepSoon)
    addEventListener('pagehide', this.keep)
    void this.#restoreSoon()
  }

  disconnectedCallback() {
    clearTimeout(this.#waiting)
    removeEventListener('pagehide', this.keep)
  }

  get #form() {
    return this.closest('form')
  }

  get #text() {
    return this.#form?.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  }

  #field(name: string) {
    return this.#form?.querySelector<HTMLInputElement>(`input[name=${name}]`)
  }

  get #place() {
    return draftKey(this.#field('articleId')?.value ?? '', this.#field('parentId')?.value)
  }

  #keepSoon = () => {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(this.keep, 300)
  }

  /** An empty field says nothing before what was kept could come back into it. */
  keep = () => {
    if (!this.#form?.dataset.plain && (this.#isRestored || this.#text?.value)) this.#keep()
  }

  #keep(isSent = false) {
    const key = this.#field('key')?.value
    if (this.#text) store.keep(this.#place, { text: this.#text.value, isSent, ...(key && { key }) })
  }

  /** Looking for the first time takes a browser long. */
  async #restoreSoon() {
    if (!this.#isRestored) {
      await idle()
      store.tidy()
    }
    if (this.isConnected) this.restore()
  }

  /** What was typed here before comes back into an empty field. */
  restore() {
    this.#isRestored = true
    const draft = store.find(this.#place)
    this.replaceChildren()
    if (!draft || !this.#text || this.#text.value !== '') return
    if (draft.isSent && new URLSearchParams(location.search).has('at')) return this.forget()
    this.#text.value = draft.text
    if (draft.key) provideKey(this.#form, draft.key)
    const discard = element('button', { type: 'button', class: 'button-quiet' }, enhanceWords.discard)
    discard.addEventListener('click', () => this.#discard())
    this.append(element('p', { class: 'notice', role: 'status' }, enhanceWords.draftKept, ' ', discard))
  }

  /** The text is on its way, and the page that answers says whether it has arrived. */
  leave() {
    clearTimeout(this.#waiting)
    this.#keep(true)
  }

  forget() {
    clearTimeout(this.#waiting)
    store.forget(this.#place)
  }

  #discard() {
    if (this.#text) this.#text.value = ''
    this.forget()
    this.replaceChildren()
    this.#text?.focus()
  }
}
