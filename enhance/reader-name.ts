import { enhanceWords } from '@/lib/words/enhance'
import { viewer } from './viewer'

/** The link to the account, by the name of who is signed in. */
export class ReaderName extends HTMLElement {
  async connectedCallback() {
    const name = (await viewer())?.name
    const link = this.querySelector('a')
    if (!name || !link) return
    link.textContent = name
    link.dir = 'auto'
    link.setAttribute('aria-label', enhanceWords.account(name))
  }
}
