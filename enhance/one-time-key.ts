import { element } from './element'

/** Sent twice with one key, a form's comment is stored once. A stored page can hold none of its own. */
export function provideKey(form: HTMLFormElement | null, given?: string) {
  const field = form?.querySelector<HTMLInputElement>('input[name=key]')
  if (field) field.value = given ?? field.value
  else form?.prepend(element('input', { type: 'hidden', name: 'key', value: given ?? oneTimeKey() }))
}

/** A UUID of version 4 (RFC 9562). `crypto.randomUUID` is there for https and localhost only. */
function oneTimeKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
