import { enhanceWords } from '@/lib/words/enhance'
import { askForPage } from './ask-for-page'

/** The page that answered a form, and its address. */
export type Answered = { page: Document; address: URL }

type Sending = {
  /** Shows what changed; false where the answer has none of it, and the browser must go there itself. */
  show(answered: Answered, sent: Sent): boolean
  /** Shows that nothing could be sent. */
  complain(words: string, sent: Sent): void
  /** Told before the browser sends the form itself. */
  leave?(): void
}

export type Sent = { form: HTMLFormElement; fields: FormData; button: HTMLElement | null }

/** Sends the forms within an element as the browser would, and stays on the page. Whatever fails is left to the browser. */
export function sendInPlace(host: HTMLElement, sending: Sending) {
  host.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.dataset.plain) return
    event.preventDefault()
    if (form.ariaBusy) return
    form.ariaBusy = 'true'
    send(sentBy(form, event.submitter), sending).finally(() => {
      form.ariaBusy = null
    })
  })
}

function sentBy(form: HTMLFormElement, button: HTMLElement | null): Sent {
  const fields = new FormData(form)
  if (button instanceof HTMLButtonElement && button.name) fields.append(button.name, button.value)
  return { form, fields, button }
}

async function send(sent: Sent, sending: Sending) {
  const { form, fields } = sent
  const answer = await askForPage(targetOf(form), fields).catch(() => undefined)
  if (!answer) {
    sending.complain(enhanceWords.notSent, sent)
    return leaveToBrowser(form)
  }
  const { page, address, isRedirected } = answer
  if (page && sending.show({ page, address }, sent)) return
  sending.leave?.()
  if (page && isRedirected) return location.assign(address)
  leaveToBrowser(form)
  form.requestSubmit(sent.button)
}

/** The same form sent again is the same comment, by its one-time key. */
function leaveToBrowser(form: HTMLFormElement) {
  form.dataset.plain = 'true'
}

/** A form without a target of its own is sent to the page that it came with. */
function targetOf(form: HTMLFormElement) {
  const action = form.getAttribute('action')
  return action?.startsWith('/') ? action : location.pathname + location.search
}

/** Gives the forms of a part of another page that page's address as their target. */
export function bindForms(part: Element, { pathname, search }: URL) {
  for (const form of part.querySelectorAll('form')) form.setAttribute('action', pathname + search)
}
