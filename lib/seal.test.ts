import { expect, test } from 'vitest'
import { seal, unseal } from './seal'

test('what is sealed can be unsealed, and says nothing meanwhile', () => {
  const sealed = seal('letter', 'a secret ✉')

  expect(unseal('letter', sealed)).toBe('a secret ✉')
  expect(sealed).not.toBe(seal('letter', 'a secret ✉'))
  expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('secret')
})

test('a seal for one thing is not good for another, and a broken one is noticed', () => {
  const sealed = seal('letter', 'a secret')
  const broken = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`

  expect(() => unseal('other', sealed)).toThrow()
  expect(() => unseal('letter', broken)).toThrow()
  expect(() => unseal('letter', '')).toThrow()
})
