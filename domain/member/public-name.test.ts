import { expect, test } from 'vitest'
import { publicName } from './public-name'

test.each([
  ['Anna', 'Anna'],
  ['  Anna   Berg ', 'Anna Berg'],
  ["O'Neil", "O'Neil"],
  ['O’Neil', "O'Neil"],
  ['J. R. Smith-Jones 3', 'J. R. Smith-Jones 3'],
  ['Łukasz Żółć', 'Łukasz Żółć'],
  ['Ｆｕｌｌ Ｗｉｄｔｈ', 'Full Width'],
  ['Zoe\u0301', 'Zoé'],
  ['Анна Петрова', 'Анна Петрова'],
  ['山田 太郎', '山田 太郎'],
  ['Al', 'Al'],
  ['a'.repeat(40), 'a'.repeat(40)],
  ['Edith Editorial', 'Edith Editorial'],
  ['Modesty', 'Modesty'],
])('%j may be a name', (typed, name) => {
  expect(publicName.parse(typed)).toBe(name)
})

test.each([
  ['', 'Please enter a name.'],
  ['   ', 'Please enter a name.'],
  ['A', '2 to 40'],
  ['a'.repeat(41), '2 to 40'],
  ['a'.repeat(100_000), '2 to 40'],
  ['12345', 'letter'],
  ['An\u200bna', 'letters, digits'],
  ['An\u00adna', 'letters, digits'],
  ['\u202eannA', 'letters, digits'],
  ['\u2066Anna', 'letters, digits'],
  ['An\tna', 'letters, digits'],
  ['An\nna', 'letters, digits'],
  ['<b>Anna</b>', 'letters, digits'],
  ['Anna ✔', 'letters, digits'],
  ['anna@example.org', 'letters, digits'],
  ['Z\u0335\u0336\u0337\u0338algo', 'letters, digits'],
  ['Аnna', 'one alphabet'],
  ['Αnna', 'one alphabet'],
  ['Admin', 'newsroom'],
  ['ADMIN', 'newsroom'],
  ['a d m i n', 'newsroom'],
  ['Adm1n', 'newsroom'],
  ['Ädmin', 'newsroom'],
  ['Moderator', 'newsroom'],
  ['The Editor', 'newsroom'],
  ['Rnoderator', 'newsroom'],
  ['Edıtor', 'newsroom'],
  ['Anna Author', 'newsroom'],
  ['Verified Anna', 'newsroom'],
  ['My-Courant-Friend', 'newsroom'],
  ['Courant', 'newsroom'],
  ['Courant News', 'newsroom'],
  ["'Moderator'", 'newsroom'],
])('%j may not', (typed, sentence) => {
  const read = publicName.safeParse(typed)

  expect(read.success).toBe(false)
  expect(read.error?.issues).toHaveLength(1)
  expect(read.error?.issues[0]?.message).toContain(sentence)
})
