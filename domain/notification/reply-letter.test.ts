import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { newId } from '@/lib/new-id'
import { mostTold, replyLetter } from './reply-letter'

const ids = { memberId: newId(), letterId: newId(), to: 'reader@example.org' }

const aReply = (wish: { name?: string | null; text?: string; headline?: string }) => ({
  id: newId(),
  commentId: newId(),
  name: 'Nora Quirk',
  text: 'About time.',
  headline: 'Harbour bridge reopens',
  createdAt: new Date('2026-11-26T10:00:00Z'),
  readAt: null,
  ...wish,
})

const aLetter = (wish: Parameters<typeof aReply>[0]) => replyLetter({ ...ids, replies: [aReply(wish)], total: 1 })

async function headersOf(letter: ReturnType<typeof replyLetter>) {
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'a@b.example',
    ...letter,
  })
  return String(sent.message).split(/\r?\n\r?\n/)[0] ?? ''
}

const naughty = [
  'Eve\r\nBcc: all@example.org',
  'Eve\nBcc: all@example.org',
  'Eve\u2028Bcc: all@example.org',
  'Eve\u0000\u0085\rBcc: all@example.org',
  '=?utf-8?Q?Eve=0D=0ABcc:_all@example.org?=',
]

test.each(naughty)('no name puts a line into the letter’s head: %j', async (name) => {
  const headers = await headersOf(aLetter({ name }))
  expect(headers).not.toMatch(/^bcc:/im)
  expect(headers.match(/^subject:/gim)).toHaveLength(1)
  expect(headers).toContain('To: reader@example.org')
})

test('a name that turns the reading around, or has nothing to read, is told without its signs', () => {
  expect(aLetter({ name: '\u202eevE\u2066 Nix' }).subject).toBe('evE Nix answered your comment on Courant')
  expect(aLetter({ name: '\u200b\u202e' }).subject).toBe('Somebody answered your comment on Courant')
  expect(aLetter({ name: null }).subject).toBe('Somebody answered your comment on Courant')
})

test('what others wrote is text in the letter: no element, no attribute, no link', () => {
  const hostile =
    '<img src=x onerror=alert(1)> "\'> [click](https://evil.example/a) https://evil.example www.evil.example'
  const { html, text } = aLetter({ name: '<b>Eve</b>', text: hostile, headline: '"><script>alert(1)</script>' })

  expect(html).toContain('&lt;b&gt;Eve&lt;/b&gt;')
  expect(html).not.toMatch(/<(img|script|b)\b/i)
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(href ?? '').host)).toEqual(
    Array(3).fill('localhost:3000'),
  )
  expect(`${html} ${text}`).not.toContain('evil.example')
  expect(text).toContain('click [link] [link]')
})

test('a comment of thousands of signs is told by its beginning', () => {
  const { text } = aLetter({ text: 'long words '.repeat(450) })
  expect(text.length).toBeLessThan(1200)
})

test('a letter tells of so many replies and counts the rest', () => {
  const [first, ...more] = Array.from({ length: mostTold + 3 }, (_, no) => aReply({ text: `Reply number ${no}.` }))
  if (!first) throw new Error('no reply')
  const { subject, text } = replyLetter({ ...ids, replies: [first, ...more], total: 1 + more.length })
  expect(subject).toBe('23 replies to your comments on Courant')
  expect(text).toContain('Reply number 19.')
  expect(text).not.toContain('Reply number 20.')
  expect(text).toContain('And 3 more, in your account:')
})
