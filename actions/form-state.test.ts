import { expect, test } from 'vitest'
import { z } from 'zod'
import { emailAddress, letterInput } from '@/domain/member/sign-in-input'
import { invalid } from './form-state'

test('a form that comes back says what is wrong with each field, and keeps what was typed', () => {
  const input = z.object({ email: emailAddress, age: z.string({ error: 'How old?' }) }).safeParse({ email: 'anna' })

  expect(input.error && invalid(input.error, { email: 'anna' })).toEqual({
    status: 'refused',
    message: 'Please enter an e-mail address, such as name@example.org.',
    kept: { email: 'anna' },
    fields: { email: 'Please enter an e-mail address, such as name@example.org.', age: 'How old?' },
  })
})

test.each([
  '',
  'anna',
  'anna@',
  'a@b@c.org',
  'anna@example.org\r\nBcc: all@example.org',
  'a b@example.org',
  '"a"@example.org',
  `${'a'.repeat(250)}@example.org`,
])('%j is no address', (email) => {
  expect(letterInput.safeParse({ email }).success).toBe(false)
})

test('an address is stored in one spelling', () => {
  expect(letterInput.parse({ email: '  Anna.Berg@Example.ORG ' })).toEqual({ email: 'anna.berg@example.org' })
  expect(letterInput.parse({ email: 'ａnna＠example.org', next: '/account' })).toEqual({
    email: 'anna@example.org',
    next: '/account',
  })
})
