import { announce } from './announce'
import { element } from './element'
import { type Answered, type Sent, sendInPlace } from './send-in-place'
import { viewer } from './viewer'

/** The form of all reactions of a page: they are sent, and counted, where the reader is. */
export class ReactionForm extends HTMLElement {
  constructor() {
    super()
    sendInPlace(this, { show, complain })
  }

  /** Shows which button was pressed before: pressing it again takes the reaction back. */
  async connectedCallback() {
    const answer = await viewer()
    if (!answer?.article) return
    const { reaction, reactions } = answer.article
    for (const button of document.querySelectorAll<HTMLButtonElement>('.reactions button')) {
      const [, kind, id = ''] = button.value.split(':')
      mark(button, (kind === 'article' ? reaction : reactions[id]) ?? 0)
    }
  }
}

function mark(button: HTMLButtonElement, value: number) {
  const wish = button.className
  const isOwn = value === (wish === 'like' ? 1 : -1)
  button.ariaPressed = String(isOwn)
  button.value = button.value.replace(/^\w+/, isOwn ? 'none' : wish)
}

const buttonsOf = (page: Document, target: string) =>
  page.querySelectorAll<HTMLButtonElement>(`button[name=reaction][value$=":${target}"]`)

function show({ page }: Answered, { button }: Sent) {
  if (!(button instanceof HTMLButtonElement)) return false
  const target = button.value.replace(/^\w+:/, '')
  const answers = buttonsOf(page, target)
  if (answers.length === 0) return false
  const buttons = buttonsOf(document, target)
  for (const [place, { value, ariaLabel, ariaPressed, textContent }] of answers.entries())
    Object.assign(buttons[place] ?? {}, { value, ariaLabel, ariaPressed, textContent })
  const refusal = page.querySelector('.refusal')?.textContent
  note(button, refusal ?? '')
  if (!refusal) announce(button.ariaLabel ?? '')
  return true
}

const complain = (words: string, { button }: Sent) => {
  if (button) note(button, words)
}

/** What is wrong, beside the button that was pressed. */
function note(button: HTMLElement, words: string) {
  const reactions = button.closest('.reactions')
  reactions?.querySelector('.reaction-note')?.remove()
  if (words) reactions?.append(element('small', { class: 'reaction-note', role: 'alert' }, words))
}
