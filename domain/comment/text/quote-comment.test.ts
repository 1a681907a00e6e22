import { expect, test } from 'vitest'
import { newId } from '@/lib/new-id'
import { commentPlainText, countLinks, parseCommentText } from './comment-text'
import { quoteComment } from './quote-comment'

const quoted = (text: string, name = 'Ida Quayle') => quoteComment({ id: newId(), name, text })
/** Without the line that says who said it. */
const words = (text: string) => commentPlainText(quoted(text)).replace(/^.*:\n\n/, '')

test('a quote names its author, leads to the comment, and leaves room for the answer', () => {
  const id = newId()
  const quote = quoteComment({ id, name: 'Ida Quayle', text: 'About *time*.' })
  expect(quote).toBe(`> [Ida Quayle](http://localhost:3000/comments/${id}):\n>\n> About time.\n\n`)
  expect(parseCommentText(quote)).toMatchObject([
    {
      kind: 'quote',
      children: [{ children: [{ kind: 'link' }, { text: ':' }] }, { children: [{ text: 'About time.' }] }],
    },
  ])
})

test('what somebody quoted is not quoted again, unless they said nothing else', () => {
  expect(words('> Old news.\n\nNew news.')).toBe('New news.')
  expect(words('> Old news.')).toBe('Old news.')
})

test.each([
  '1. not a list',
  '# not loud',
  '- one\n- two',
  '\\*stars\\* and \\_lines\\_ and \\`ticks\\`',
  'a \\[b](http://evil.example) c',
  '<b>x</b> & &copy; <https://a.example>',
  'https://a.example/b_c*d_ and www.a.example/x_y',
  '+ plus\n\n~~~\nx\n~~~',
  'back\\\\slash \\\\',
  'שָׁלוֹם नमस्ते 👩‍👩‍👧',
  'a\nb\n\nc',
])('the words of %j are drawn as they were', (text) => {
  expect(words(text)).toBe(commentPlainText(text))
})

test('a name is no markup, and a link that was hidden under words is left behind', () => {
  expect(commentPlainText(quoted('Yes.', 'A](http://evil.example) *B*'))).toBe('A](http://evil.example) *B*:\n\nYes.')
  expect(countLinks(quoted('[a](https://a.example) [b](https://b.example)'))).toBe(0)
  expect(countLinks('[ours](http://localhost:30001/) [theirs](https://a.example)')).toBe(2)
})

test('a long comment is quoted in part', () => {
  const quote = quoted('word '.repeat(1000))
  expect(quote.length).toBeLessThan(750)
  expect(quote.trimEnd()).toMatch(/word…$/)
})
