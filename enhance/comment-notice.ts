import { enhanceWords } from '@/lib/words/enhance'
import { announce } from './announce'
import { askForPage } from './ask-for-page'
import { element, focusOn } from './element'
import { foldIgnored } from './ignored-comments'
import { copyTotal, listFor } from './place-comment'

/** So that a thousand readers of one article do not ask for it in the same moment. */
const longestWait = 3000

/** Says that there are new comments, and shows them when it is asked to: nothing moves by itself. */
export class CommentNotice extends HTMLElement {
  #events: EventSource | undefined
  #wasAway = false

  connectedCallback() {
    if (Date.parse(this.getAttribute('until') ?? '') < Date.now()) return
    document.addEventListener('visibilitychange', this.#follow)
    this.#follow()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#follow)
    this.#close()
  }

  /** One connection, and none for a page that nobody looks at. */
  #follow = () => {
    if (document.visibilityState !== 'visible') return this.#close()
    this.#events ??= new EventSource(`/live/comments/${this.getAttribute('article')}`)
    this.#events.addEventListener('comments', this.#lookSoon)
    if (this.#wasAway) this.#look()
  }

  #close() {
    this.#wasAway ||= this.#events !== undefined
    this.#events?.close()
    this.#events = undefined
  }

  #lookSoon = () => setTimeout(this.#look, Math.random() * longestWait)

  #look = async () => {
    const page = (await askForPage(location.pathname).catch(() => undefined))?.page
    if (!page || !this.isConnected) return
    const fresh = commentsOf(page).filter(({ id }) => !document.getElementById(id))
    const count = Math.max(fresh.length, totalOf(page) - totalOf(document))
    if (count <= 0) return this.replaceChildren()
    const words = enhanceWords.newComments(count)
    if (this.textContent === words) return this.#offer(words, page, fresh)
    this.#offer(words, page, fresh)
    announce(words)
  }

  #offer(words: string, page: Document, fresh: HTMLElement[]) {
    const button = element('button', { type: 'button', class: 'button' }, words)
    button.addEventListener('click', async () => {
      const shown = fresh.filter(show)
      // Before anything moves to them: among the new ones may be somebody's whom the reader ignores.
      await foldIgnored(true)
      copyTotal(page)
      this.replaceChildren()
      if (shown[0]) focusOn(shown[0])
      else location.assign(lastPage(page))
    })
    this.replaceChildren(button)
  }
}

const commentsOf = (page: Document) => [...page.querySelectorAll<HTMLElement>('.comments article[id]')]
const totalOf = (page: Document) => Number(page.getElementById('conversation')?.dataset.total ?? 0)

/** Takes a comment over without what stands below it: that is new as well, and comes after it. */
function show(comment: HTMLElement) {
  const item = comment.closest('li')
  const parent = item?.parentElement?.closest('li')?.querySelector(':scope > article')
  const list = item && listFor(parent?.id.replace('comment-', '') ?? '')
  if (!item || !list) return false
  const own = document.createElement('li')
  own.append(comment)
  list.append(own)
  return true
}

/** New comments stand on the last page of a conversation. */
function lastPage(page: Document) {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('nav.paging a')]
  const numbered = links.filter(({ pathname }) => /\/comments\/\d+$/.test(pathname))
  return numbered.at(-1)?.getAttribute('href') ?? location.pathname
}
