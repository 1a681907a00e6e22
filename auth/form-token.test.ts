import { expect, test } from 'vitest'
import { formTokenField, formTokenOf, isFormTokenOf } from './form-token'
import { storedSessionToken } from './session-token'

const [own, another] = [storedSessionToken('own'), storedSessionToken('another')]

function formWith(value?: string | File) {
  const form = new FormData()
  if (value !== undefined) form.set(formTokenField, value)
  return form
}

test('a form that was drawn for a session is that session’s own', () => {
  expect(isFormTokenOf(own, formWith(formTokenOf(own)))).toBe(true)
})

test('a form without a token, with a forged one, another session’s or a file is not', () => {
  const forged = `${formTokenOf(own).slice(0, -1)}!`
  for (const sent of [undefined, '', forged, own, formTokenOf(another), new File([formTokenOf(own)], 'token')]) {
    expect(isFormTokenOf(own, formWith(sent))).toBe(false)
  }
})
