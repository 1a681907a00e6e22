// What a key does with the queue as it stands in the page: with its own buttons, boxes and links.

const items = () => [...document.querySelectorAll<HTMLElement>('.queue-item')]

/** The comment that the keyboard is in, or else the first one behind it. */
export function currentItem() {
  const here = document.activeElement
  const inside = here?.closest<HTMLElement>('.queue-item')
  if (inside) return inside
  const isBehind = (item: HTMLElement) =>
    !here || here === document.body || (here.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return items().find(isBehind)
}

/** The one before or behind; from outside of all of them, the nearest. */
export function neighbour(item: HTMLElement | undefined, step: 1 | -1) {
  const all = items()
  if (!item) return all.at(-1)
  if (!item.contains(document.activeElement)) return item
  return all[all.indexOf(item) + step] ?? item
}

/** Whoever goes on with the keyboard, or hears the page, goes on here. */
export function reach(item: HTMLElement | undefined) {
  if (!item || item.contains(document.activeElement)) return
  item.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'start' })
}

/** The first of these buttons that the comment has. */
export const verdictButton = (item: HTMLElement, ...verdicts: string[]) =>
  verdicts
    .map((verdict) => item.querySelector<HTMLButtonElement>(`button[name=verdict][value=${verdict}]`))
    .find((button) => button !== null) ?? undefined

/** Presses a button, unless its form is on its way. */
export function press(button: HTMLButtonElement) {
  if (button.form?.getAttribute('aria-busy') === 'true') return false
  button.click()
  return true
}

/** Chooses the reason in the comment's own form; answers with the button that hides it. */
export function chooseReason(item: HTMLElement | undefined, code: string) {
  const reason = item?.querySelector<HTMLSelectElement>('select[name=reason]')
  if (!item || !reason) return
  reason.value = code
  return verdictButton(item, 'hide')
}

/** Ticks a comment, or takes the tick back; answers whether it is ticked now. */
export function tick(item: HTMLElement) {
  const box = item.querySelector<HTMLInputElement>('input[name=ticked]')
  box?.click()
  return box?.checked ?? false
}

/** Whether a key belongs to a field, a dialog or the browser. */
export function isTyped({ target, altKey, ctrlKey, metaKey, repeat, defaultPrevented }: KeyboardEvent) {
  if (altKey || ctrlKey || metaKey || repeat || defaultPrevented || document.querySelector('dialog[open]')) return true
  const field = target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
  return Boolean(field) && !(field as Element).matches('[type=checkbox], [type=radio]')
}

/** 1 to 9, then letters. */
export const keyFor = (place: number) => (place < 9 ? String(place + 1) : String.fromCharCode(97 + place - 9))

/** What the page says was done. */
export const announcedIn = (page: Document) => page.querySelector('#said p')?.textContent ?? ''
