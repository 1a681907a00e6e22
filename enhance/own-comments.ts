import type { UnseenComment, ViewerAnswer } from '@/lib/viewer-answer'
import { enhanceWords } from '@/lib/words/enhance'
import { drawText } from './draw-text'
import { element } from './element'
import { foldIgnored } from './ignored-comments'
import { viewer } from './viewer'

type Own = NonNullable<ViewerAnswer['article']>

/** The reader's own comments that nobody else sees, on a page that is the same for everyone. */
export class OwnComments extends HTMLElement {
  async connectedCallback() {
    if (!this.hasAttribute('article')) return
    const answer = await viewer()
    const own = answer?.article
    if (!own) return
    const missing = own.unseen.filter(({ id }) => !document.getElementById(`comment-${id}`))
    this.prepend(...missing.map((comment) => drawUnseen(comment, own)))
    foldIgnored()
    // Nobody reports their own comment.
    for (const id of own.own) document.querySelector(`#comment-${id} report-link`)?.replaceWith(ownActions(id, own))
    if (answer.mayHide) offerHiding()
  }
}

/** Beside each report: the same form in place, for a moderator. */
function offerHiding() {
  for (const report of document.querySelectorAll('.comment report-link')) {
    const comment = report.closest('article')
    if (comment?.querySelector('[href$="/hide"]')) continue
    const name = comment?.querySelector('.comment-name')?.textContent ?? ''
    const href = report.querySelector('a')?.href.replace(/report$/, 'hide')
    const link = document.createElement('report-link')
    link.append(element('a', { href, rel: 'nofollow', 'aria-label': enhanceWords.hideOf(name) }, enhanceWords.hide))
    report.after(' ', link)
  }
}

function drawUnseen({ id, notice, rule, createdAt, when, text }: UnseenComment, own: Own) {
  const reason = rule ? [' — ', element('a', { href: rule.href }, rule.label), '.'] : []
  const time = document.createElement('local-time')
  time.append(element('time', { datetime: createdAt }, when))
  return element(
    'article',
    { id: `comment-${id}`, class: 'comment comment-own' },
    element('p', { class: 'notice' }, notice, ...reason),
    time,
    element('div', { class: 'comment-text', dir: 'auto' }, ...drawText(text)),
    ...(rule ? [] : [element('div', { class: 'comment-footer' }, ownActions(id, own))]),
  )
}

/** The links of `OwnComment`, which lead to the discussion page and open its forms here. */
function ownActions(id: string, { discussion, editable }: Own) {
  const actions = document.createElement('own-comment')
  const edit = element('a', { class: 'edit-own', href: `${discussion}?edit=${id}#comment-form` }, enhanceWords.edit)
  const remove = element(
    'a',
    { class: 'delete-own', href: `${discussion}?at=${id}#comment-${id}` },
    enhanceWords.delete,
  )
  actions.append(...(editable.includes(id) ? [edit, ' '] : []), remove)
  return actions
}
