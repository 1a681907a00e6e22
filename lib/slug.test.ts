import { expect, test } from 'vitest'
import { isSlug, longestSlug, numberedSlug, slugFrom } from './slug'

test.each([
  ['Harbour bridge reopens', 'harbour-bridge-reopens'],
  ['Daunt’s late penalty: “He got the ball”', 'daunts-late-penalty-he-got-the-ball'],
  ['Größe über Æsop, Łódź & Ørsted', 'grosse-uber-aesop-lodz-and-orsted'],
  ['Мэр открыл мост', 'mer-otkryl-most'],
  ['Η γέφυρα άνοιξε', 'i-gefyra-anoixe'],
  ['  …/../etc/passwd?x=1#y ', 'etc-passwd-x-1-y'],
])('%s becomes %s', (headline, slug) => expect(slugFrom(headline)).toBe(slug))

test('what no letter of an address can say leaves nothing', () => {
  expect(slugFrom('港の橋 🚢')).toBe('')
})

test('a long headline ends with a whole word', () => {
  const slug = slugFrom('word '.repeat(40))
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(slug.endsWith('-word')).toBe(true)
  expect(slugFrom('x'.repeat(200))).toHaveLength(80)
})

test('a number behind a long slug keeps it within the limit', () => {
  expect(numberedSlug('bridge', 2)).toBe('bridge-2')
  expect(numberedSlug('bridge', 1)).toBe('bridge')
  expect(numberedSlug('x'.repeat(80), 12)).toBe(`${'x'.repeat(77)}-12`)
})

test('whatever a slug is made of, it is one; what no slug is made of is none', () => {
  expect(isSlug(slugFrom('Größe über Æsop'))).toBe(true)
  expect(isSlug(numberedSlug('x'.repeat(longestSlug), 12))).toBe(true)
  const none = ['', 'nope,status:500', 'a/b', 'Harbour', 'a%2Cb', 'über', 'a b', 'a\n', '../x', 'x'.repeat(121)]
  expect(none.filter(isSlug)).toEqual([])
})
