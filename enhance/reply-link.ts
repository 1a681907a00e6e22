import { markdownQuote } from '@/lib/markdown-quote'
import { askForPage } from './ask-for-page'
import { CommentForm } from './comment-form'
import { isPlainClick } from './plain-click'

/** Answers a comment where it stands, if the page has a form; or quotes what of it is selected, or all of it. */
export class ReplyLink extends HTMLElement {
  #selected = ''

  constructor() {
    super()
    // The click that follows takes the selection away.
    this.addEventListener('pointerdown', () => {
      this.#selected = this.#selection()
    })
    this.addEventListener('click', (event) => {
      const form = document.querySelector('comment-form')
      const link = (event.target as Element).closest('a')
      const wish = new URLSearchParams(link?.search)
      const [comment, parentId] = [this.closest('article'), wish.get('reply')]
      if (!isPlainClick(event) || !link || !(form instanceof CommentForm) || !comment || !parentId) return
      event.preventDefault()
      const quote = wish.has('quote') && this.#quote(comment, link.href)
      form.answer(comment, parentId)
      if (quote) quote.then((words) => form.quote(words)).catch(() => location.assign(link.href))
    })
  }

  #selection() {
    const selection = document.getSelection()
    const text = this.closest('article')?.querySelector('.comment-text')
    const isWithin = selection?.rangeCount && text?.contains(selection.getRangeAt(0).commonAncestorContainer)
    return isWithin ? selection.toString().trim() : ''
  }

  async #quote(comment: Element, href: string) {
    const text = this.#selected || this.#selection()
    this.#selected = ''
    const name = comment.querySelector('.comment-name')?.textContent ?? ''
    const address = comment.querySelector<HTMLAnchorElement>('.comment-time')?.href ?? ''
    return text ? markdownQuote({ name, address, text }) : quoteOfPage(href)
  }
}

/** The whole comment is quoted as the discussion page does it. */
async function quoteOfPage(href: string) {
  const { page } = await askForPage(href)
  const quote = page?.querySelector<HTMLTextAreaElement>('textarea[name=text]')?.value
  if (!quote) throw new Error('there is nothing to quote')
  return quote
}
