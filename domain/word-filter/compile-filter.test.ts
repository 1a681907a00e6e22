import { expect, test } from 'vitest'
import { compileFilter } from './compile-filter'

const filterOf = (...terms: string[]) => compileFilter(terms.map((term) => ({ term })))

/** What of a text the terms find, as it was typed. */
const found = (text: string, ...terms: string[]) =>
  filterOf(...terms)
    .match(text)
    .map(({ start, end }) => text.slice(start, end))

const zalgo = [...'spam'].map((letter) => `${letter}${'\u0301\u0338\u035f'.repeat(8)}`).join('')

test.each([
  'spam',
  'SPAM',
  'Spam',
  'späm',
  'spa\u0308m',
  zalgo,
  'ｓｐａｍ',
  'ＳＰＡＭ',
  'ѕраm',
  'SРАМ',
  '𝓼𝓹𝓪𝓶',
  'ⓢⓟⓐⓜ',
  '🅢🅟🅐🅜',
  '🅂🄿🄰🄼',
  '🇸🇵🇦🇲',
  's\u200bp\u200da\u2060m',
  's\u00adpam',
  's\u202epam',
  's\u0000pam',
  'sp4m',
  '5pam',
  'sp@m',
  '$pam',
  'sp@m!',
  'spam!',
  's p a m',
  's.p.a.m',
  's-p-a-m',
  's_p_a_m',
  's . p . a . m',
  's\np\na\nm',
  's!p!a!m',
  'sp.am',
  'sp**am**',
  'S P 4 M',
  'ꜱpam',
])('%j is spam', (typed) => {
  for (const text of [typed, `Only ${typed}, they said.`, `«${typed}» (again)`]) {
    expect(found(text, 'spam')).toHaveLength(1)
    // All that was typed for it is marked, the first letter and the last among it.
    expect(typed.startsWith(found(text, 'spam')[0]?.slice(0, 1) ?? '-')).toBe(true)
  }
})

test.each([
  ['Scunthorpe, Penistone and Essex play on Saturday.', ['cunt', 'penis', 'sex', 'urd']],
  ['The class assessed the grass at the embassy.', ['ass']],
  ['As sat down, the pass was over.', ['ass', 'assat']],
  ['The A55 and the B00 are roads.', ['ass', 'boo']],
  ['He’ll and she’ll go; we’re ill.', ['hell', 'shell', 'were']],
  ["He'll do it.", ['hell']],
  ['Silt fell on the ball and the mail.', ['slit', 'bail', 'mall']],
  ['Modern corn burns.', ['modem', 'com', 'bums']],
  ['BAIL was set.', ['ball']],
  ['The pen is here, and he is ten.', ['penis', 'isten']],
  ['a therapist', ['the rapist']],
  ['In 1488 the town had 88 houses.', ['labb', 'bb', 'illbb']],
  ['spams spamming antispam', ['spam']],
])('%j is left alone', (text, terms) => {
  expect(found(text, ...terms)).toEqual([])
})

test.each([
  ['spams, spamming, Spam; antispam', 'spam*', ['spam', 'spam', 'Spam']],
  ['spams, antispam, spam', '*spam', ['spam', 'spam']],
  ['spams, antispams', '*spam*', ['spam', 'spam']],
  ['Buy  now! buy-now, buynow', 'buy now', ['Buy  now', 'buy-now']],
  ['b u y n o w', 'buy now', ['b u y n o w']],
  ['e-mail, email, e mail', 'e-mail', ['e-mail', 'email', 'e mail']],
  ['don’t and dont', "don't", ['don’t', 'dont']],
  ['88 and 1488, l488', '1488', ['1488']],
  ['a$$ and ass', 'a$$', ['a$$']],
  ['KiII and kiIl', 'kill', ['KiII', 'kiIl']],
  ['Война, ВОЙНА, война', 'война', ['Война', 'ВОЙНА', 'война']],
  ['Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
  ['これは馬鹿です', '馬鹿', ['馬鹿']],
  ['ガガ', 'がが', []],
  ['हिंदी हद', 'हिंदी', ['हिंदी']],
  ['مَرْحَبًا', 'مرحبا', ['مَرْحَبًا']],
  ['ﬁne æon', 'fine', ['ﬁne']],
])('in %j the term %j finds %j', (text, term, expected) => {
  expect(found(text, term)).toEqual(expected)
})

test('what is found is marked as it was typed, whatever stands before it', () => {
  const text = `😀 ${zalgo} and s\u200bp\u200ba\u200bm`
  expect(found(text, 'spam')).toEqual([`${zalgo.slice(0, 1 + zalgo.lastIndexOf('m'))}`, 's\u200bp\u200ba\u200bm'])
})

test('each term that is found says where it came from', () => {
  const filter = compileFilter([
    { term: 'spam', list: 1 },
    { term: 'Späm', list: 2 },
    { term: 'spam*', list: 3 },
  ])
  expect(filter.match('spam').map(({ source }) => source.list)).toEqual([1, 2, 3])
  expect(filter.match('spams').map(({ source }) => source.list)).toEqual([3])
})

test('an empty list finds nothing, and an empty text has nothing', () => {
  expect(found('spam')).toEqual([])
  expect(found('', 'spam')).toEqual([])
})

/** Words that are no words, as many as a paper may have. */
const manyTerms = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ term: `bad${nth.toString(36)}ish ${(nth * 7919).toString(36)}` }))

test.each([
  ['the prefix of a term', 'bad'.repeat(1700)],
  ['almost a term', 'aaaaaaaaab'.repeat(500)],
  ['accents', `a${'\u0301'.repeat(5000)}`],
  ['astral letters', '𝓪'.repeat(2500)],
  ['astral signs', '😀'.repeat(2500)],
  ['single letters', 'a '.repeat(2500)],
  ['signs in the place of letters', '@!$'.repeat(1700)],
  ['letters that become many', 'ﷺ'.repeat(5000)],
  ['invisible signs', '\u200b'.repeat(5000)],
])('five thousand signs of %s take a few steps each', (_, text) => {
  const filter = compileFilter([
    ...manyTerms(2000),
    { term: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    { term: 'a'.repeat(10) },
  ])
  // Both readings, each of at most eighteen units a sign, with a step back for each step on, and what is found there.
  const units = text.normalize('NFKD').length
  expect(filter.steps(text)).toBeLessThanOrEqual(2 * 3 * units)
  expect(filter.steps(text + text)).toBeLessThanOrEqual(2.1 * filter.steps(text) + 10)
})

test('fifty thousand terms take no more nodes than they have letters, and each is found', () => {
  const terms = manyTerms(50_000)
  const filter = compileFilter(terms)
  expect(filter.nodes).toBeLessThan(600_000)
  for (const nth of [0, 1, 24_999, 49_999]) {
    const { term } = terms[nth] ?? { term: '' }
    expect(filter.match(`Say ${term}.`).map(({ source }) => source.term)).toContain(term)
  }
}, 30_000)
