import { expect, test } from 'vitest'
import { commentPlainText, countLinks, parseCommentText } from './comment-text'

test('headings and pictures become words and links', () => {
  expect(parseCommentText('# Loud')).toEqual([
    { kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', text: 'Loud' }] }] },
  ])
  expect(countLinks('![cat](https://example.org/cat.png)')).toBe(1)
  expect(commentPlainText('![cat](https://example.org/cat.png)')).toBe('cat')
})

test('links are counted wherever they stand, and what is no link is not', () => {
  expect(countLinks('> - [a](https://a.example) www.b.example\n\n**<https://c.example>**')).toBe(3)
  expect(countLinks('`https://a.example` [b](javascript:1) mail@c.example [d]: https://d')).toBe(1)
})

test('signs that turn the text around, control characters and towers of accents are not drawn', () => {
  expect(commentPlainText('a\u202eb\u2066c\u0007d\u0000e')).toBe('abcde')
  expect(commentPlainText(`z${'\u0301'.repeat(40)}!`)).toBe('z\u0301\u0301\u0301!')
  expect(commentPlainText(`z${'\u0301\u200d'.repeat(40)}!`)).toHaveLength(5)
  expect(commentPlainText('שָׁלוֹם नमस्ते 👩‍👩‍👧 Việt')).toBe('שָׁלוֹם नमस्ते 👩‍👩‍👧 Việt')
})

test('nothing that was typed vanishes', () => {
  for (const typed of [
    '[a]: https://example.org',
    '<div hidden>x</div>',
    '&copy;',
    '>',
    '-',
    '***',
    '    four',
    'a\n---',
  ]) {
    expect(commentPlainText(typed).replace(/\s/g, ''), typed).not.toBe('')
  }
})

const endless = [
  '>',
  '> ',
  '[',
  '![',
  '*',
  '*a **b ',
  '_a __b ',
  '`a',
  '1. ',
  '> - ',
  ']',
  '[a](',
  '[a](<',
  '<a',
  'http://',
  'www.a.',
  '\\',
  '- a\n',
  '*_',
  '\n',
  'a@a.',
]

test.each(endless)('5,000 and 20,000 characters of %j are parsed at once', (piece) => {
  for (const length of [5000, 20_000]) {
    const source = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    // Processor time: what else the machine does meanwhile is no fault of the parser.
    const begin = process.cpuUsage()
    parseCommentText(source)
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1000)
  }
})

test('no nesting, however random, makes it fail', () => {
  const signs = [
    '>',
    '- ',
    '1. ',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '[',
    '](',
    ')',
    '<',
    '\n',
    '\n\n',
    '  ',
    '\\',
    '![',
    'a',
    'https://b.example',
    '# ',
  ]
  let seed = 7
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return signs[Math.floor(seed / 65_536) % signs.length] ?? ''
  }
  for (let round = 0; round < 300; round += 1) {
    const source = Array.from({ length: 60 }, next).join('')
    expect(() => [commentPlainText(source), countLinks(source)], source).not.toThrow()
  }
})
