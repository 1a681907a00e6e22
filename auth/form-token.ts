import { equalHashes, keyedHash } from '@/lib/keyed-hash'

/** The form's field that the token travels in. */
export const formTokenField = 'formToken'

/** What a form carries that was drawn for one session, given what the database knows that session by. */
export const formTokenOf = (sessionKey: string) => keyedHash('form-token', sessionKey)

export function isFormTokenOf(sessionKey: string, form: FormData) {
  const sent = form.get(formTokenField)
  return typeof sent === 'string' && equalHashes(sent, formTokenOf(sessionKey))
}
