import { expect, test } from 'vitest'
import { normalisedText, textHash } from './text-hash'

test('a text is the same whatever its case, signs, spaces and kind of letters', () => {
  const same = ['Buy the cheap boots now!', 'BUY  the cheap—boots\n\nnow', 'ｂｕｙ the cheap **boots** now…']
  expect(new Set(same.map(textHash)).size).toBe(1)
  expect(textHash('Buy the cheap boots later')).not.toBe(textHash('Buy the cheap boots now'))
})

test('other scripts have letters, too', () => {
  expect(normalisedText('Очень дёшево, 50%!')).toBe('оченьдёшево50')
  expect(textHash('とても安い靴を今すぐ買おう')).not.toBeNull()
})

test('what is short or has no letters says nothing', () => {
  expect([textHash('Thanks, well said.'), textHash('!!! ??? … ***************')]).toEqual([null, null])
})
