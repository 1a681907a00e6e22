import { enhanceWords } from '@/lib/words/enhance'
import { element } from './element'
import { viewer } from './viewer'

/** Folds away what the reader does not want to see, as the discussion page does. `again` where there are new comments. */
export async function foldIgnored(again = false) {
  for (const id of (await viewer(again))?.article?.ignored ?? []) {
    fold(document.getElementById(`comment-${id}`))
    document.querySelector(`[data-pick="${id}"]`)?.remove()
  }
}

function fold(comment: HTMLElement | null) {
  if (!comment || comment.querySelector(':scope > .ignored')) return
  const summary = element('summary', {}, enhanceWords.ignored)
  comment.append(element('details', { class: 'ignored' }, summary, ...comment.childNodes))
}
