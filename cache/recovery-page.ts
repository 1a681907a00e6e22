import { serverWords } from '../lib/words/server.ts'
import type { Field, KeptFields } from './kept-form.ts'
import { html } from './markup.ts'
import { drawPlainPage } from './status-page.ts'

const words = serverWords.recovery

export type Reason = keyof typeof words.reasons

type Recovery = {
  status: number
  reason: Reason
  /** Path and query that the form was sent to. */
  address: string
  kept: KeptFields
  /** Seconds after which it may be sent again. */
  retryAfter?: number | undefined
}

/** The frameworks' own fields: `$ACTION_ID_…`, and the same with the number of a bound value before it. */
const actionField = /^(\d+_)?\$ACTION_/
export const isActionField = ({ name }: Field) => actionField.test(name)

/** What is never written down again, and what only a program put there. Words of a name are taken apart first. */
const secret = /\b(code|otp|pin|pass(word|phrase|key)?|captcha|confirmation|secret)\b/i
const machine = /\b(token|csrf|nonce|key|id|slug|next|seen|order)\b/i

/** Reasons for which the same form, sent again, may be taken. After a foreign one it would be taken for our own. */
const maybeSaved: readonly Reason[] = ['broken', 'late', 'busy']
const worthAgain: readonly Reason[] = [...maybeSaved, 'crowded', 'too-many']

/** The page that gives people their text back. */
export function drawRecoveryPage({ status, reason, address, kept, retryAfter }: Recovery) {
  const again = worthAgain.includes(reason)
  const typed = kept.fields.filter(({ name, value }) => isTyped(name) && value.trim() !== '')
  const body = html`<p>${words.reasons[reason]} ${maybeSaved.includes(reason) ? words.maybeSaved : words.notSaved}</p>
<p>${typed.length > 0 ? words.copy : words.nothingTyped}</p>
${kept.whole ? '' : html`<p>${words.cut}</p>`}
${typed.map(drawField)}
<p>${words.filesGone}</p>
${again ? drawAgain(address, kept.fields) : ''}
<p><a href="${pathOf(address)}">${words.back}</a></p>`
  return drawPlainPage({
    status,
    title: words.title,
    body,
    retryAfter: retryAfter ?? (status === 503 ? 30 : undefined),
  })
}

const wordsOf = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ')
const isSecret = (name: string) => secret.test(wordsOf(name))
const isTyped = (name: string) => !actionField.test(name) && !isSecret(name) && !machine.test(wordsOf(name))

function drawField({ name, value }: Field, index: number) {
  const rows = Math.min(20, value.split('\n').length + Math.floor(value.length / 80) + 1)
  return html`<label for="kept-${index}">${name}</label>
<textarea id="kept-${index}" readonly rows="${rows}">
${value}</textarea>
`
}

function drawAgain(address: string, fields: readonly Field[]) {
  const sent = fields.filter(({ name }) => !isSecret(name))
  return html`<form action="${pathOf(address)}" method="post" enctype="multipart/form-data">
${sent.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<button>${words.again}</button>
</form>`
}

/** On this site: an address that begins with two slashes would lead to another. */
const pathOf = (address: string) => address.replace(/^[/\\]+/, '/')
