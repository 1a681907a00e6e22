import type { UnseenComment, ViewerAnswer } from '@/lib/viewer-answer'
import { enhanceWords } from '@/lib/words/enhance'
import { drawText } from './draw-text'
import { element } from './element'
import { viewer } from './viewer'

/** The reader's own comments that nobody else sees, on a page that is the same for everyone. */
export class OwnComments extends HTMLElement {
  async connectedCallback() {
    if (!this.hasAttribute('article')) return
    const own = (await viewer())?.article
    if (!own) return
    const missing = own.unseen.filter(({ id }) => !document.getElementById(`comment-${id}`))
    this.prepend(...missing.map(drawUnseen))
    for (const id of own.own) leadToOwn(id, own)
  }
}

function drawUnseen({ id, notice, rule, createdAt, when, text, href }: UnseenComment) {
  const reason = rule ? [' — ', element('a', { href: rule.href }, rule.label), '.'] : []
  const time = document.createElement('local-time')
  time.append(element('time', { datetime: createdAt }, when))
  return element(
    'article',
    { id: `comment-${id}`, class: 'comment comment-own' },
    element('p', { class: 'notice' }, notice, ...reason),
    time,
    element('div', { class: 'comment-text', dir: 'auto' }, ...drawText(text)),
    ...(rule ? [] : [element('div', { class: 'comment-footer' }, element('a', { href }, enhanceWords.changeOwn))]),
  )
}

/** Nobody reports their own comment; where it is theirs, they can take it back. */
function leadToOwn(id: string, { discussion }: NonNullable<ViewerAnswer['article']>) {
  const report = document.querySelector(`#comment-${id} report-link`)
  report?.replaceWith(element('a', { href: `${discussion}?at=${id}#comment-${id}` }, enhanceWords.deleteOwn))
}
