import { newsroomWords } from '@/lib/words/newsroom'

const key = 'courant-newsroom-form'

/** Keeps what a form holds in this tab while it is sent: where React gets no answer, the form is gone with its page. */
export function keepTyped(form: HTMLFormElement) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '')
  try {
    sessionStorage.setItem(key, JSON.stringify(fields))
  } catch {
    // A browser that stores nothing, or not so much, keeps nothing.
  }
}

export type TypedField = keyof typeof newsroomWords.lost.fields

/** What `keepTyped` kept last: names and texts of the fields that a person types into. */
export function findTyped(): [name: TypedField, text: string][] {
  const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  return Array.isArray(stored) ? stored.filter(isTyped) : []
}

function isTyped(field: unknown): field is [TypedField, string] {
  return Array.isArray(field) && field[0] in newsroomWords.lost.fields && typeof field[1] === 'string'
}
